namespace CodeRelay.Evidence.Redundancy;

/// <summary>A quoted place in the evidence.</summary>
/// <param name="Reference">"README.md:12".</param>
/// <param name="Text">The text of that line, or a description of it.</param>
internal sealed record Quote(string Reference, string Text);
