"""The economics, a module per idea; numpy only.

learning     how a provider's hours fall with experience, and rise again after a break
bench        what a stream of jobs costs with newcomers, one regular, or a bench

Every function takes numbers or numpy arrays where that makes sense, and raises ArgumentError at impossible input.
"""
