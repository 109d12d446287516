"""The economics, a module per idea; numpy only.

Every function takes numbers or numpy arrays where that makes sense, of shapes that numpy can broadcast. It returns a
float where all of them are single numbers, else an array of their common shape. Impossible input is an ArgumentError,
which says which argument, what it was, and what is allowed. Shares and chances are from 0 to 1, money is in the
currency that goes in; what else a result is measured in stands in the function's text.
"""
