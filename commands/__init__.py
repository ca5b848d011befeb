"""What `torget` can be asked to do: demo, test, server, player, gallery, bench, keys.

Commands see to arguments, processes and words for the terminal, and leave every rule to the packages below. They may
import all of the house; nothing imports them. Each module named in `commands.__main__` has `main(arguments) -> int`.
"""
