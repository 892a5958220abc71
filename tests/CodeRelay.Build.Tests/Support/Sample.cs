namespace CodeRelay.Build.Tests.Support;

/// <summary>A packet with a finding that is known to the column.</summary>
internal static class Sample
{
    /// <summary>The rule: HANDOFF.md is over its budget.</summary>
    public const string Rule = "RLY2001";

    public const string Message = "HANDOFF.md has 5 lines (budget 3); delete or move what a session does not need at its start";

    /// <summary>Writes HANDOFF.md and coderelay.yml.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="severity">What coderelay.yml gives the rule.</param>
    public static void Write(string directory, string severity = "warning")
    {
        File.WriteAllText(Path.Combine(directory, "HANDOFF.md"), "# Handoff\n\n## Current Goal\n\nMake `parse()` accept CRLF.\n");
        File.WriteAllText(Path.Combine(directory, "coderelay.yml"), $"budgets:\n  HANDOFF.md: {{ lines: 3 }}\nrules:\n  {Rule}: {severity}\n");
    }
}
