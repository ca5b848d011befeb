"""Pictures, logos, icons and samples that ship with the product: data only, read by all rooms."""
