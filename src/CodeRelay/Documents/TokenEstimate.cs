namespace CodeRelay.Documents;

/// <summary>
/// Approximate tokens of a text as a current large model's tokenizer counts them, in one pass and without allocation. TokenEstimateTests hold it
/// against that tokenizer.
/// </summary>
internal static class TokenEstimate
{
    /// <summary>The estimated number of tokens.</summary>
    public static int Count(ReadOnlySpan<char> text) => (int)Math.Round(new TokenCounter(text).Run());
}
