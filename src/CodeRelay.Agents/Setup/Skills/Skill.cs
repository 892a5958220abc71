using System.Text;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Runtimes.Settings;

namespace CodeRelay.Agents.Setup.Skills;

/// <summary>A procedure that agents load on demand, in the open format of agent skills: https://agentskills.io/specification.</summary>
/// <param name="Name">The name of its directory and of its slash command.</param>
/// <param name="Text">SKILL.md: front matter with the standard's fields, then Markdown.</param>
internal sealed record Skill(string Name, string Text)
{
    public const string FileName = "SKILL.md";

    private const string Fence = "---\n";

    /// <summary>Every skill. A new one is a directory beside this file and its name here.</summary>
    public static IReadOnlyList<Skill> All { get; } = [.. new[] { "handoff", "takeover", "inbox", "wrap" }.Select(name => new Skill(name, EmbeddedText.Read($"Skills/{name}/{FileName}")))];

    /// <summary>When to use it, for the model or user that selects skills.</summary>
    public string Description => Field("description");

    /// <summary>The text after the front matter.</summary>
    public string Body => Text[(Text.IndexOf(Fence, Fence.Length, StringComparison.Ordinal) + Fence.Length)..].TrimStart('\n');

    /// <summary>The same as a slash command in TOML, for a runtime whose skills are not commands.</summary>
    public string ToToml()
    {
        // The mark is a comment there; a literal string has no escapes, so the text must not contain its end.
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
