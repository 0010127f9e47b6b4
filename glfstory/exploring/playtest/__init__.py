"""A story played thousands of times: how often it ends how, what was never seen, where a value was held."""
