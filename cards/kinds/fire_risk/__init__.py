"""The risk of fire in forest and field, and whether making a fire is forbidden."""
