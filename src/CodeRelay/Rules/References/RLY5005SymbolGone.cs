using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Rules.References;

/// <summary>
/// The text names a symbol with its source file, but no file contains it: a commit removed it from that file, or the text describes it as
/// implemented there and it never was.
/// </summary>
internal sealed class RLY5005SymbolGone : Rule
{
    private const int LargestFile = 4 * 1024 * 1024;

    public override RuleInfo Info { get; } = new("RLY5005", "symbol-gone", Severity.Warning, "a symbol no longer exists in the file named with it, or never did")
    {
        NoFix = "a person has to find what replaced it",
        Needs = Facts.Files,
    };

    internal override void Check(RuleContext context)
    {
        if (context.Repository.Git is null)
            return;
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        var absent = context.Documents.Where(document => document.Kind != DocumentKind.Decisions).SelectMany(document => Absent(document, texts, context)).ToArray();
        if (absent.Length == 0 || SourceNames.Present(context.Repository, absent.Select(entry => entry.Symbol.Name), areWords: true, ignoreCase: false) is not { } present)
            return;
        absent = [.. absent.Where(entry => !present.Contains(entry.Symbol.Name))];
        var removed = RemovedNames.Find(context.Repository, [.. absent.SelectMany(entry => entry.Files.Select(file => (entry.Symbol.Name, file))).Distinct()]);
        foreach (var (symbol, files) in absent)
            Report(symbol, files, removed, texts, context);
    }

    private void Report(SymbolMention symbol, string[] files, IReadOnlyDictionary<(string Name, string File), Commit> removed, Dictionary<string, string?> texts, RuleContext context)
    {
        var (document, start, end) = (symbol.Block.Document, symbol.Start, symbol.Start + symbol.Text.Length);
        if (files.FirstOrDefault(file => removed.ContainsKey((symbol.Name, file))) is { } had)
        {
            // Finished work that later work replaced is history.
            if (FinishedClaims.IsUnderFinished(symbol.Block) || symbol.Block.CheckBox == CheckBox.Done)
                return;
            var commit = removed[(symbol.Name, had)];
            context.Report(this, document, start, end, $"symbol `{symbol.Text}` no longer exists: {commit.ShortId} removed `{symbol.Name}` from `{had}`, and no other file contains it; name its replacement",
                [new EvidenceItem(EvidenceKind.Commit, commit.ShortId, commit.Subject), new EvidenceItem(EvidenceKind.Symbol, symbol.Name, "occurs in no file")]);
        }
        else if (files is [var only] && FinishedClaims.IsIn(symbol.Block) && IsOwn(symbol, only, texts))
        {
            context.Report(this, document, start, end, $"symbol `{symbol.Text}` is described as implemented, but neither `{only}` nor any other file contains `{symbol.Name}`; implement it, or say that it is planned",
                [new EvidenceItem(EvidenceKind.Path, only, $"does not contain {symbol.Name}"), new EvidenceItem(EvidenceKind.Symbol, symbol.Name, "occurs in no file")]);
        }
    }

    // `Task.WhenAll()` belongs to a library; a member of a name in the file belongs to the file.
    private static bool IsOwn(SymbolMention symbol, string file, Dictionary<string, string?> texts) =>
        symbol.Owner.Length == 0 || RemovedNames.HasWord(texts[file], symbol.Owner) || Path.GetFileNameWithoutExtension(file) == symbol.Owner;

    // All other files are searched only for symbols that the named files do not contain.
    private static IEnumerable<(SymbolMention Symbol, string[] Files)> Absent(Document document, Dictionary<string, string?> texts, RuleContext context)
    {
        var foreign = new ForeignRepositories(document, Path.GetFileName(context.Repository.Root));
        foreach (var group in document.Blocks.SelectMany(SymbolReader.Read).GroupBy(symbol => symbol.Block))
        {
            var files = Files(group.Key, context);
            if (files.Length == 0 || foreign.IsSubjectOf(group.Key))
                continue;
            foreach (var symbol in group)
            {
                if (!files.Any(file => TextOf(file, texts, context.Repository) is not { } text || RemovedNames.HasWord(text, symbol.Name)) && Remarks.Of(Place(symbol)) == Remark.None)
                    yield return (symbol, files);
            }
        }
    }

    private static string[] Files(Block block, RuleContext context)
    {
        var mentions = block.Document.MentionsIn(block);
        return
        [
            .. (block.Section.Heading is { } heading ? mentions.Concat(block.Document.MentionsIn(heading)) : mentions).OrderBy(mention => mention.Start).Where(PathEvidence.IsPath)
                .Select(mention => context.Evidence.Paths.Resolve(mention).File).OfType<string>()
                .Where(path => FileNames.IsSource(path.AsSpan(path.LastIndexOf('/') + 1))).Distinct(StringComparer.Ordinal),
        ];
    }

    private static string? TextOf(string path, Dictionary<string, string?> texts, Repository repository)
    {
        if (!texts.TryGetValue(path, out var text))
            texts[path] = text = repository.ReadText(path, LargestFile) is { IsTruncated: false, IsBinary: false } source ? source.Content : null;
        return text;
    }

    private static Mention Place(SymbolMention symbol) => new(MentionKind.Candidate, symbol.Block, symbol.Start, symbol.Text.Length, symbol.Text) { IsMarked = true };
}
