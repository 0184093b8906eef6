"""Use cases, one a file, and the ports that adapters satisfy."""
