using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Finds the mentions of a document. Struck-out text has none: what it names is gone on purpose.</summary>
internal static partial class MentionScanner
{
    public static IReadOnlyList<Mention> Scan(Document document)
    {
        var headings = document.Sections.Select(section => section.Heading).OfType<Block>();
        return [.. document.Blocks.Concat(headings).OrderBy(block => block.Start).SelectMany(Scan)];
    }

    private static IEnumerable<Mention> Scan(Block block) => block.Kind switch
    {
        BlockKind.Fence => ScanFence(block),
        BlockKind.Comment or BlockKind.Html => [],
        _ => ScanSpans(block).OrderBy(mention => mention.Start),
    };

    private static IEnumerable<Mention> ScanSpans(Block block)
    {
        var source = block.Document.Text.Content;
        foreach (var run in Runs(block, source))
        {
            var kind = run[0].Kind;
            if (kind is InlineKind.Link or InlineKind.Image)
            {
                if (LinkReader.Read(block, run[0]) is { } link)
                    yield return link;
                continue;
            }

            // The text of a link describes its target; the target is the reference.
            if (run[0].IsInLink)
                continue;
            var text = TextRun.Over(source, run);
            foreach (var mention in kind == InlineKind.Code ? CodeReader.Read(block, text) : WordReader.Read(block, text, isMarked: false))
                yield return mention;
        }
    }

    private static IEnumerable<Mention> ScanFence(Block block)
    {
        var lines = FenceReader.Lines(block).ToArray();
        var content = FenceReader.Kind(block, lines);
        if (content is FenceReader.Content.Code or FenceReader.Content.Tree)
            return [];
        var source = block.Document.Text.Content;
        var runs = lines.Where(line => line.Text.Length > 0).Select(line => TextRun.Over(source, line.Start, line.Text.Length));
        return content == FenceReader.Content.Shell
            ? runs.SelectMany(run => CodeReader.ReadShell(block, run))
            : runs.SelectMany(run => WordReader.Read(block, run, isMarked: true).Select(Doubt));
    }

    // Program output names files by the paths of another machine or run.
    private static Mention Doubt(Mention mention) => mention.Kind == MentionKind.Path ? mention with { Kind = MentionKind.Candidate } : mention;

    // Markdig splits text at characters that turn out not to be marks ("snake_case.md", "src/[slug]"); this joins it again.
    private static IEnumerable<List<InlineSpan>> Runs(Block block, string source)
    {
        var run = new List<InlineSpan>();
        foreach (var span in block.Spans.Where(span => !span.IsStruck && span.Text.Length > 0))
        {
            if (run.Count > 0 && !Continues(run[^1], span, source))
            {
                yield return run;
                run = [];
            }

            run.Add(span);
        }

        if (run.Count > 0)
            yield return run;
    }

    private static bool Continues(InlineSpan last, InlineSpan next, string source)
    {
        if (last.Kind != InlineKind.Text || next.Kind != InlineKind.Text || last.IsInLink != next.IsInLink)
            return false;
        var end = last.Start + last.Text.Length;
        return next.Start >= end && next.Start - end < 40 && Between().IsMatch(source.AsSpan(end, next.Start - end));
    }

    // Nothing, an escape, or a placeholder in angle brackets.
    [GeneratedRegex(@"^(?:\\|</?[A-Za-z][\w -]*>)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
