namespace CodeRelay.Evidence.Redundancy;

/// <summary>Where something is said, and how.</summary>
/// <param name="Reference">"README.md:12".</param>
/// <param name="Text">The words that stand there, or what was found there.</param>
internal sealed record Quote(string Reference, string Text);
