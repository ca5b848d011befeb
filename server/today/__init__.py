"""I dag: what waits for somebody, how every glass is, and what comes today."""
