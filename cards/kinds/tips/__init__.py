"""The kind *tips*: two or three titles that the library recommends, who wrote them, and why."""
