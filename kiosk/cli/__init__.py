"""The commands, one file a group; none imports Qt before it needs it."""
