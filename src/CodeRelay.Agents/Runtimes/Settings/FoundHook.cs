namespace CodeRelay.Agents.Runtimes.Settings;

/// <summary>A hook in a settings file, ours or somebody else's.</summary>
/// <param name="Event">The runtime's name of the event.</param>
/// <param name="Matcher">Which occasions of the event it is for; empty for all.</param>
/// <param name="IsOurs">True for a hook of ours, in whatever form.</param>
/// <param name="IsMisplaced">True when it stands where no runtime looks.</param>
/// <param name="Lines">Its command lines, one for each system that has its own.</param>
/// <param name="Place">Where it stands: line and column, 1-based.</param>
internal sealed record FoundHook(string Event, string Matcher, bool IsOurs, bool IsMisplaced, IReadOnlyList<string> Lines, (int Line, int Column) Place);
