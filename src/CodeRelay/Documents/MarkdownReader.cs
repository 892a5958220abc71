using System.Buffers;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownBlock = Markdig.Syntax.Block;

namespace CodeRelay.Documents;

/// <summary>Parses Markdown into sections and blocks with precise positions.</summary>
internal sealed class MarkdownReader
{
    private const int DeepestIndent = 256;
    private const long MostUnclosed = 100_000_000;

    private static readonly SearchValues<char> NestingCharacters = SearchValues.Create(" \t-*+>");

    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() => new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UseYamlFrontMatter().UsePipeTables().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build());

    private readonly Document _document;
    private readonly List<Section> _sections;
    private readonly List<Block> _blocks = [];
    private Section _section;
    private string _label = "";
    private HeadingBlock? _title;

    private MarkdownReader(Document document)
    {
        _document = document;
        _section = new Section("", level: 0, line: 0, [], parent: null);
        _sections = [_section];
    }

    public sealed record Result(IReadOnlyList<Section> Sections, IReadOnlyList<Block> Blocks, bool IsTooDeep);

    public static Result Read(Document document)
    {
        var reader = new MarkdownReader(document);
        var isTooDeep = !reader.TryReadMarkdown();
        if (isTooDeep)
        {
            reader = new MarkdownReader(document);
            reader.ReadLines();
        }

        reader._section.LastLine = document.Text.LineCount;
        return new Result(reader._sections, reader._blocks, isTooDeep);
    }

    private bool TryReadMarkdown()
    {
        // Markdig's time is quadratic in the nesting depth and in the number of unclosed marks.
        if (UnclosedMarks.Cost(_document.Text.Content) > MostUnclosed || Enumerable.Range(1, _document.Text.LineCount).Any(line => IsTooDeep(_document.Text.Line(line))))
            return false;
        try
        {
            var blocks = Markdown.Parse(_document.Text.Content, Pipeline.Value);
            _title = Title([.. blocks.OfType<HeadingBlock>()]);
            VisitAll(blocks, depth: 0);
            return true;
        }
        catch (ArgumentException)
        {
            // Markdig's own nesting limit.
            return false;
        }
    }

    private static bool IsTooDeep(ReadOnlySpan<char> line)
    {
        var prefix = line[..Math.Max(0, line.IndexOfAnyExcept(NestingCharacters))];
        return prefix.Length > DeepestIndent && prefix.Count(' ') >= prefix.Length / 2;
    }

    private void ReadLines()
    {
        for (var line = 1; line <= _document.Text.LineCount; line++)
        {
            var text = _document.Text.Line(line).Trim().ToString();
            var start = _document.Text.LineStart(line);
            if (text.Length > 0)
                Add(new Block(_document, BlockKind.Paragraph, _section, start, start + _document.Text.Line(line).Length) { Text = text, SectionKind = _section.Kind });
        }
    }

    // A title names the whole file: "Handoff and current state" must not make everything below it a state.
    private static HeadingBlock? Title(HeadingBlock[] headings) =>
        headings is [{ Level: 1 } first, _, ..] && headings.Count(heading => heading.Level == 1) == 1 ? first : null;

    private SectionKind CurrentKind => _label.Length > 0 ? SectionKinds.Of(_label) : _section.Kind;

    private void VisitAll(IEnumerable<MarkdownBlock> blocks, int depth, MarkdownBlock? before = null)
    {
        foreach (var block in blocks)
        {
            var outer = _label;
            if (block is ListBlock or Table or CodeBlock && before is ParagraphBlock paragraph && LastLine(paragraph) is var line && Labels.OfLine(line) is { Length: > 0 } label)
                _label = label;
            Visit(block, depth);
            _label = outer;
            before = block;
        }
    }

    private ReadOnlySpan<char> LastLine(ParagraphBlock paragraph) => _document.Text.Line(_document.Text.Position(paragraph.Span.End).Line);

    private void Visit(MarkdownBlock block, int depth)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case HeadingBlock heading:
                Open(InlineReader.PlainText(heading.Inline), heading.Level, heading);
                break;
            case ParagraphBlock paragraph:
                VisitParagraph(paragraph);
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>())
                    VisitItem(item, list, depth);
                break;
            case Table table:
                VisitTable(table);
                break;
            case CodeBlock code:
                Add(new Block(_document, BlockKind.Fence, _section, code.Span.Start, code.Span.End + 1)
                {
                    Text = code.Lines.ToString(),
                    Info = (code as FencedCodeBlock)?.Info ?? "",
                    Label = _label,
                    SectionKind = CurrentKind,
                });
                break;
            case HtmlBlock html:
                Add(new Block(_document, html.Type == HtmlBlockType.Comment ? BlockKind.Comment : BlockKind.Html, _section, html.Span.Start, html.Span.End + 1)
                {
                    Text = html.Lines.ToString(),
                    SectionKind = CurrentKind,
                });
                break;
            case ContainerBlock container:
                VisitAll(container, depth);
                break;
        }
    }

    private void VisitParagraph(ParagraphBlock paragraph)
    {
        if (InlineReader.BoldLabel(paragraph.Inline) is { } label && Labels.Length(label) == 0 && SectionKinds.Of(label) != SectionKind.None)
        {
            Open(label, level: 7, paragraph);
            return;
        }

        Add(Leaf(BlockKind.Paragraph, paragraph, paragraph.Span.Start, paragraph.Span.End + 1));
    }

    private void VisitItem(ListItemBlock item, ListBlock list, int depth)
    {
        var leaf = item.FirstOrDefault() as ParagraphBlock;
        // An item that begins with a fence or a list has no text of its own.
        if (leaf is not null)
            Add(Leaf(BlockKind.ListItem, leaf, item.Span.Start, leaf.Span.End + 1, depth, list.IsOrdered));
        else if (item.Count == 0)
            Add(new Block(_document, BlockKind.ListItem, _section, item.Span.Start, FirstLineEnd(item)) { Depth = depth, IsOrdered = list.IsOrdered, Label = _label, SectionKind = CurrentKind });
        VisitAll(leaf is null ? item : item.Skip(1), depth + 1, leaf);
    }

    private void VisitTable(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            var inlines = row.OfType<TableCell>().SelectMany(cell => cell.OfType<ParagraphBlock>()).Select(paragraph => paragraph.Inline).OfType<ContainerInline>().ToArray();
            // Markdig may give a row an empty span, and the header of a table in a list or quotation the wrong line; the block is the whole line.
            var line = inlines.Select(inline => inline.FirstChild).OfType<Inline>().FirstOrDefault() is { } first ? _document.Text.Position(first.Span.Start).Line : row.Line + 1;
            var start = _document.Text.LineStart(line);
            Add(new Block(_document, BlockKind.TableRow, _section, start, start + _document.Text.Line(line).Length)
            {
                Text = string.Join(" | ", inlines.Select(InlineReader.PlainText)),
                Spans = [.. inlines.SelectMany(inline => InlineReader.Spans(inline, _document.Text.Content))],
                IsHeader = row.IsHeader,
                Label = _label,
                SectionKind = CurrentKind,
            });
        }
    }

    private Block Leaf(BlockKind kind, LeafBlock leaf, int start, int end, int depth = 0, bool isOrdered = false)
    {
        var box = kind == BlockKind.ListItem ? CheckBoxes.Read(_document.Text.Content.AsSpan(leaf.Span.Start, leaf.Span.Length)) : CheckBox.None;
        var content = InlineReader.PlainText(leaf.Inline);
        var text = box == CheckBox.None ? content : CheckBoxes.Strip(content);
        var ownLabel = Labels.Length(text) is var length and > 0 ? text[..length] : Labels.OfRunIn(InlineReader.RunIn(leaf.Inline));
        return new Block(_document, kind, _section, start, end)
        {
            Text = text,
            Spans = leaf.Inline is null ? [] : [.. InlineReader.Spans(leaf.Inline, _document.Text.Content)],
            Depth = depth,
            IsOrdered = isOrdered,
            CheckBox = box,
            Label = ownLabel.Length > 0 ? ownLabel : _label,
            SectionKind = ownLabel.Length > 0 ? SectionKinds.Of(ownLabel) : CurrentKind,
        };
    }

    private int FirstLineEnd(ListItemBlock item)
    {
        var line = _document.Text.Position(item.Span.Start).Line;
        return Math.Max(item.Span.Start + 1, _document.Text.LineStart(line) + _document.Text.Line(line).Length);
    }

    private void Open(string title, int level, MarkdownBlock at)
    {
        var line = _document.Text.Position(at.Span.Start).Line;
        _section.LastLine = line - 1;
        var parent = _section;
        while (parent is not null && parent.Level >= level)
            parent = parent.Parent;
        _section = new Section(title, level, line, at == _title ? [] : SectionKinds.AllOf(title), parent is { Level: 0 } ? null : parent);
        _section.Heading = new Block(_document, BlockKind.Heading, _section, at.Span.Start, at.Span.End + 1)
        {
            Text = title,
            Spans = (at as LeafBlock)?.Inline is { } inline ? [.. InlineReader.Spans(inline, _document.Text.Content)] : [],
            SectionKind = _section.Kind,
        };
        _sections.Add(_section);
    }

    private void Add(Block block)
    {
        _blocks.Add(block);
        _section.Add(block);
    }
}
