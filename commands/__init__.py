"""What `torget` can be asked to do. Imports every room and is imported by none."""
