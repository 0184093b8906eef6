"""What assistive technology is told about the widgets that are painted by us."""
