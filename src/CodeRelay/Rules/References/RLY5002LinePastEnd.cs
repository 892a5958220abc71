using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Rules.References;

/// <summary>A reference points past the end of its file.</summary>
internal sealed class RLY5002LinePastEnd : DocumentRule
{
    private const int LargestFile = 16 * 1024 * 1024;

    public override RuleInfo Info { get; } = new("RLY5002", "line-past-end", Severity.Warning, "a line reference points past the end of the file")
    {
        NoFix = "a person has to find where the text moved to",
        Needs = Facts.Files,
    };

    protected override void Check(Document document, RuleContext context)
    {
        var lengths = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var mention in context.MentionsOf(document, this).Where(mention => mention.Line is not null))
        {
            var paths = context.Evidence.Paths;
            var resolution = mention.Kind == MentionKind.Link ? paths.ResolveLink(document, LinkTarget.PathOf(mention.Target)) : paths.Resolve(mention);
            if (resolution is not { Match: PathMatch.File or PathMatch.Untracked, Paths: [var path] })
                continue;
            if (!lengths.TryGetValue(path, out var length))
                lengths[path] = length = CountLines(context.Repository, path);
            var last = Math.Max(mention.Line!.Value, mention.EndLine ?? 0);
            if (last > length)
                context.Report(this, document, mention.Start, mention.Start + mention.Length, $"line {last:N0} of `{path}` does not exist: the file has {Lines(length)}; name the current line, or a symbol", [new EvidenceItem(EvidenceKind.Path, path, Lines(length))]);
        }
    }

    private static int? CountLines(Repository repository, string path) =>
        repository.ReadText(path, LargestFile) is { IsTruncated: false, IsBinary: false } text ? text.LineCount : null;

    private static string Lines(int? count) => count == 1 ? "1 line" : $"{count:N0} lines";
}
