import builtins

builtins.print("started")
