namespace CodeRelay.Packets;

/// <summary>
/// Approximate tokens of a text as a current large model's tokenizer counts them, in one pass and without allocation. The error against a
/// real tokenizer is measured by tests/token-estimate and stated in docs/benchmarks.md.
/// </summary>
public static class TokenEstimate
{
    /// <summary>The estimated number of tokens.</summary>
    public static int Count(ReadOnlySpan<char> text) => (int)Math.Round(new TokenCounter(text).Run());
}
