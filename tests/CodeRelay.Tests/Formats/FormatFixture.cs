using System.Text;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Text;

namespace CodeRelay.Tests.Formats;

/// <summary>
/// The one result that every format writes: all severities, a fix, evidence, wide characters, a tab, control characters, a
/// long line, a range of many lines, and a path that needs escaping everywhere.
/// </summary>
internal sealed class FormatFixture : IDisposable
{
    private const string HostilePath = "::set 100% [a];b, c:ü.md";

    private const string Hostile = "one \u001b[31mred\u202E line ##vso[task.complete] ##[error]\n";

    private static readonly string Handoff = string.Join(
        '\n',
        "# Handoff",
        "",
        "## Done",
        "",
        "- fixed the retry on expired state",
        "- 認証の期限切れを直した and\ttested it",
        "- " + string.Concat(Enumerable.Range(1, 40).Select(i => $"word{i} ")) + "the fault is here " + string.Concat(Enumerable.Range(41, 40).Select(i => $"word{i} ")),
        "",
        "```diff",
        "-old",
        "+new",
        "+newer",
        "```",
        "");

    // Ids that no rule will ever have, so that a rule's page does not change these files.
    private static readonly RuleInfo Redundant = new("RLY3999", "repeats-sample", Severity.Warning, "a line repeats a sample") { Fix = FixSafety.Safe };
    private static readonly RuleInfo Dead = new("RLY5999", "dead-sample", Severity.Error, "a sample is gone") { NoFix = "it is a sample" };
    private static readonly RuleInfo Note = new("RLY1999", "old-sample", Severity.Info, "a sample is old") { NoFix = "it is a sample" };

    private readonly TemporaryRepository _repository = new("repo", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public FormatFixture()
    {
        _repository.Write("HANDOFF.md", Handoff);
        _repository.Commit("packet");
        Result = Analyse(Repository.Discover(_repository.Path));
    }

    public AnalysisResult Result { get; }

    /// <summary>What a format writes, with what differs from run to run replaced: the root and the version.</summary>
    public string Write(Format format, FormatOptions? options = null)
    {
        using var output = new MemoryStream();
        format.Write(Result, options ?? FormatOptions.Plain, output);
        return Encoding.UTF8.GetString(output.ToArray())
            .Replace(_repository.Path.Replace("\\", "\\\\", StringComparison.Ordinal), "/repo", StringComparison.Ordinal)
            .Replace(_repository.Path, "/repo", StringComparison.Ordinal)
            .Replace($"\"semanticVersion\": \"{Product.Version}\"", "\"semanticVersion\": \"0.0.0\"", StringComparison.Ordinal);
    }

    public void Dispose() => _repository.Dispose();

    private static AnalysisResult Analyse(Repository repository)
    {
        var handoff = new Document("HANDOFF.md", SourceText.From(Handoff));
        var hostile = new Document(HostilePath, SourceText.From(Hostile));
        var input = AnalysisInput.Of(repository, new Configuration(), [handoff, hostile]);
        Finding[] findings =
        [
            At(Redundant, handoff, "- fixed", "state", "repeats the message of a commit") with
            {
                Evidence = [new(EvidenceKind.Commit, "3f2a91c", "fix: retry on expired state"), new(EvidenceKind.Path, "src/Retry.cs", "")],
                Fix = new Fix("delete the line", FixSafety.Safe, [new TextEdit("HANDOFF.md", Handoff.IndexOf("- fixed", StringComparison.Ordinal), "- fixed the retry on expired state\n".Length, "")]),
            },
            At(Redundant, handoff, "期限切れ", "tested", "says in other words what another line says"),
            At(Dead, handoff, "the fault", "here", "'the fault' is gone; it was, 100 % sure, here"),
            At(Redundant, handoff, "```diff", "+newer\n```", "pastes a diff") with { Fix = new Fix("replace it with the commit", FixSafety.Unsafe, [new TextEdit("HANDOFF.md", 0, 0, "See `git show`.\n")]) },
            At(Note, hostile, "one", "error]", "is \u001b[2Jold\n##vso[task.complete]"),
        ];
        var numbered = findings.Select((finding, i) => finding with { Fingerprint = $"{i + 1:x16}" }).ToArray();
        return new AnalysisResult(input, numbered, SuppressedCount: 1, BaselinedCount: 2, ["HANDOFF.md: a note about the run"]);
    }

    private static Finding At(RuleInfo rule, Document document, string first, string last, string message)
    {
        var start = document.Text.Content.IndexOf(first, StringComparison.Ordinal);
        var end = document.Text.Content.IndexOf(last, start, StringComparison.Ordinal) + last.Length;
        return new Finding(rule, document.Path, document.Text.Range(start, end), message);
    }
}
