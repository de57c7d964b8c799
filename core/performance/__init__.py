"""How well each park uses its land: indicators, benchmarks, weights, scores, ranks and their page."""
