namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>A handoff that is to be sent.</summary>
/// <param name="Recipient">The name of a worktree's or clone's directory.</param>
/// <param name="FileName">As in contract 1.1: `&lt;time&gt;-from-&lt;sender&gt;[-&lt;topic&gt;].md`.</param>
/// <param name="Content">The file's bytes.</param>
internal sealed record OutgoingHandoff(string Recipient, string FileName, ReadOnlyMemory<byte> Content);
