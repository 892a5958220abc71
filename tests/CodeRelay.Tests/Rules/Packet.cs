using CodeRelay.Analysis;

namespace CodeRelay.Tests.Rules;

/// <summary>One-file packets for tests of single rules.</summary>
internal static class Packet
{
    /// <summary>The findings of a rule in a packet whose HANDOFF.md has this text.</summary>
    public static IReadOnlyList<Finding> Findings(string rule, string handoff, string? profile = null) =>
        Findings(rule, [("HANDOFF.md", handoff), .. profile is null ? [] : new[] { ("coderelay.yml", $"profile: {profile}\n") }]);

    /// <summary>The findings of a rule in a directory with these files.</summary>
    public static IReadOnlyList<Finding> Findings(string rule, params (string Path, string Text)[] files)
    {
        using var directory = new TemporaryDirectory();
        foreach (var (path, text) in files)
            directory.Write(path, text);
        return directory.Findings(rule);
    }

    /// <summary>The text after the fixes of these findings.</summary>
    public static string Fixed(string text, IEnumerable<Finding> findings) =>
        findings.SelectMany(finding => finding.Fix?.Edits ?? []).OrderByDescending(edit => edit.Start)
            .Aggregate(text, (left, edit) => left.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.NewText));
}
