using System.Text.RegularExpressions;

namespace CodeRelay.Documents;

/// <summary>Splits a document into statements.</summary>
internal static partial class StatementReader
{
    public static IEnumerable<Statement> Read(Document document)
    {
        var blocks = document.Blocks;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind is BlockKind.Comment or BlockKind.Html || block.IsHeader || IsLeadIn(block, i + 1 < blocks.Count ? blocks[i + 1] : null))
                continue;
            foreach (var statement in block.Kind == BlockKind.Paragraph ? Lines(block) : [Of(block)])
                yield return statement;
        }
    }

    // "Work that has begun:" above a list is not a statement of its own.
    private static bool IsLeadIn(Block block, Block? next) =>
        block.Kind is BlockKind.Paragraph or BlockKind.ListItem && block.Text.EndsWith(':') && next is { Kind: BlockKind.ListItem or BlockKind.TableRow or BlockKind.Fence }
        && next.Section == block.Section && (block.Kind == BlockKind.Paragraph || next.Kind != BlockKind.ListItem || next.Depth > block.Depth);

    private static Statement Of(Block block)
    {
        if (block.Kind == BlockKind.TableRow && block.Text.IndexOf(" | ", StringComparison.Ordinal) is var bar and > 0 && SectionKinds.Match(block.Text[..bar]) is { Kind: not SectionKind.None, Share: >= 0.6 })
            return new Statement(block, block.Start, block.End, block.Text[(bar + 3)..], block.Text[..bar], Kinds(block.Text[..bar], block.Section));
        return new Statement(block, block.Start, block.End, Labels.StripRunIn(Labels.Strip(block.Text), block.Label), block.Label, Kinds(block.Label, block.Section));
    }

    // Header lines ("**Branch:** main") often have no blank lines between them, so Markdown makes them one paragraph.
    private static IEnumerable<Statement> Lines(Block block)
    {
        var text = block.Document.Text;
        var starts = new List<int> { block.Start };
        for (var line = block.Line + 1; line <= block.LastLine; line++)
        {
            if (Labels.Length(Plain(text.Line(line).ToString())) > 0)
                starts.Add(text.LineStart(line));
        }

        if (starts.Count == 1)
            return [Of(block)];
        var spans = block.Spans.ToLookup(span => starts.BinarySearch(span.Start) is var at && at < 0 ? ~at - 1 : at);
        return starts.Select((start, i) =>
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : block.End;
            var plain = Plain(text.Content[start..end].TrimEnd());
            var label = plain[..Labels.Length(plain)];
            return new Statement(block, start, end, Labels.Strip(plain), label, Kinds(label, block.Section)) { OwnSpans = spans[i] };
        });
    }

    private static string Plain(string source) => Marks().Replace(source, "").ReplaceLineEndings(" ").Trim();

    private static SectionKind[] Kinds(string label, Section section)
    {
        var kinds = new List<SectionKind>(label.Length > 0 ? SectionKinds.AllOf(label) : []);
        for (var at = section; at is not null; at = at.Parent)
            kinds.AddRange(at.OwnKinds);
        return [.. kinds.Distinct()];
    }

    [GeneratedRegex(@"\*\*|__|`|^\s*>\s?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
