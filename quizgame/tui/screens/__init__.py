"""The screens, each in a file of its own with its style beside it."""
