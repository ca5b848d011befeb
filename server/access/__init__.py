"""Who may do what: accounts, sign-in, sessions, the rule beside each path, and the scope through which objects load.

A page without a rule does not start (`pages`); an object that an actor may not see does not exist for them (`rules`).
"""
