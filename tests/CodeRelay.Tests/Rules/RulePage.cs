using System.Text.RegularExpressions;

namespace CodeRelay.Tests.Rules;

/// <summary>A rule's page cut into sections and the fenced steps of its examples.</summary>
internal sealed partial class RulePage
{
    private RulePage(IReadOnlyList<Section> sections) => Sections = sections;

    /// <summary>A second-level heading with its text.</summary>
    public sealed record Section(string Heading, string Text);

    /// <summary>A fenced block: `markdown HANDOFF.md` writes a file, `commit` commits all with that message, `git` runs a line each.</summary>
    public sealed record Step(string Info, string Content);

    public IReadOnlyList<Section> Sections { get; }

    public static RulePage Parse(string page)
    {
        var sections = new List<Section>();
        var fence = "";
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            var marker = Fence().Match(line).Value;
            if (fence.Length == 0)
                fence = marker;
            else if (marker == fence && line.Trim() == fence)
                fence = "";
            if (fence.Length == 0 && line.StartsWith("## ", StringComparison.Ordinal))
                sections.Add(new Section(line[3..].Trim(), ""));
            else if (sections.Count > 0)
                sections[^1] = sections[^1] with { Text = sections[^1].Text + line + "\n" };
        }

        return new RulePage(sections);
    }

    /// <summary>The example sections whose heading begins with a word: "Bad", "Bad: in a list".</summary>
    public IEnumerable<Section> Examples(string word) => Sections.Where(section => section.Heading.StartsWith(word, StringComparison.Ordinal));

    public static IEnumerable<Step> Steps(Section section) =>
        Block().Matches(section.Text).Select(match => new Step(match.Groups["info"].Value.Trim(), match.Groups["content"].Value));

    /// <summary>Builds the repository that an example describes.</summary>
    public static TemporaryRepository Build(Section section)
    {
        var repo = new TemporaryRepository();
        foreach (var step in Steps(section))
        {
            if (step.Info == "commit")
                repo.Commit(step.Content.Trim());
            else if (step.Info == "git")
                Array.ForEach(step.Content.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => repo.Git(line.Split(' ')));
            else if (step.Info.Split(' ') is [_, var path])
                repo.Write(path, step.Content);
            else
                throw new InvalidOperationException($"a step is ```language path, ```commit or ```git, not ```{step.Info}");
        }

        return repo;
    }

    [GeneratedRegex("^`{3,}")]
    private static partial Regex Fence();

    [GeneratedRegex("^(?<fence>`{3,})(?<info>[^\n]+)\n(?<content>.*?)^\\k<fence>[ ]*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
