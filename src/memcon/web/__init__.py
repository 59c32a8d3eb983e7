"""Pages and an HTTP API of a record (`memcon serve`)."""
