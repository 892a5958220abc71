namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>A handoff to send.</summary>
/// <param name="Recipient">The directory name of a worktree or clone.</param>
/// <param name="FileName">As in contract 1.1: `&lt;time&gt;-from-&lt;sender&gt;[-&lt;topic&gt;].md`.</param>
/// <param name="Content">The file's bytes.</param>
internal sealed record OutgoingHandoff(string Recipient, string FileName, ReadOnlyMemory<byte> Content);
