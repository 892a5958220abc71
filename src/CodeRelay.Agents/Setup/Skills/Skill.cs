using System.Text;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Setup.Skills;

/// <summary>A procedure that agents load when they need it, in the open form of agent skills: https://agentskills.io/specification.</summary>
/// <param name="Name">The name of its directory, and of the slash command that it becomes.</param>
/// <param name="Text">SKILL.md: front matter with fields of the standard, then Markdown.</param>
internal sealed record Skill(string Name, string Text)
{
    public const string FileName = "SKILL.md";

    private const string Fence = "---\n";

    /// <summary>Every skill. A new one is a directory beside this file and its name here.</summary>
    public static IReadOnlyList<Skill> All { get; } = [.. new[] { "handoff", "takeover", "inbox", "wrap" }.Select(name => new Skill(name, EmbeddedText.Read($"Skills/{name}/{FileName}")))];

    /// <summary>When to use it, for whoever chooses.</summary>
    public string Description => Field("description");

    /// <summary>The text behind the front matter.</summary>
    public string Body => Text[(Text.IndexOf(Fence, Fence.Length, StringComparison.Ordinal) + Fence.Length)..].TrimStart('\n');

    /// <summary>The same as a slash command in TOML, for a runtime whose skills are no commands.</summary>
    public string ToToml()
    {
        // The mark stands in a comment there; a literal string has no escapes, so nothing in it may end it.
        var prompt = Body[..Body.LastIndexOf("<!--", StringComparison.Ordinal)].TrimEnd();
        return new StringBuilder()
            .Append($"# {CompanionFile.Mark}, which replaces and removes it as long as this line is here.\n")
            .Append($"description = \"{Description.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n")
            .Append($"prompt = '''\n{prompt}\n\nThe user adds: {{{{args}}}}\n'''\n")
            .ToString();
    }

    private string Field(string key) =>
        Text.Split('\n').First(line => line.StartsWith(key + ": ", StringComparison.Ordinal))[(key.Length + 2)..];
}
