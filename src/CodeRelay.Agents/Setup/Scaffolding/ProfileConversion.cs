using System.Text;
using CodeRelay.Documents;
using CodeRelay.Text;

namespace CodeRelay.Agents.Setup.Scaffolding;

/// <summary>
/// Converts a HANDOFF.md to the other profile: adds missing sections and removes unfilled ones that only the other profile
/// requires. The user's text stays byte for byte, in order.
/// </summary>
internal sealed class ProfileConversion
{
    private const int LevelOfBoldLabel = 7;

    private readonly string _path;
    private readonly List<string> _added = [];
    private readonly List<string> _removed = [];
    private byte[] _content;

    private ProfileConversion(string path, byte[] content)
    {
        _path = path;
        _content = content;
    }

    /// <param name="path">The path of the packet's HANDOFF.md.</param>
    /// <param name="existing">Its content.</param>
    /// <param name="template">The HANDOFF.md of the wanted profile.</param>
    /// <param name="other">The HANDOFF.md of the other profile.</param>
    /// <returns>The new content, and a short note about the changes, or null without changes.</returns>
    /// <exception cref="ScaffoldException">The file is not text.</exception>
    public static (byte[] Content, string? Note) Convert(string path, byte[] existing, string template, string other)
    {
        if (!new ByteText(existing).IsEditable)
            throw new ScaffoldException($"{path} is not UTF-8 text, so it cannot be converted; save it as UTF-8");
        var conversion = new ProfileConversion(path, existing);
        var wanted = TemplateSection.AllOf(template);
        foreach (var section in TemplateSection.AllOf(other).Where(section => wanted.All(one => one.Kind != section.Kind)))
            conversion.RemoveUnfilled(section);
        // Evaluated first: added sections may contain labels that look like answers ("Tests: ...").
        var before = conversion.Read();
        foreach (var section in wanted.Where(section => !IsAsked(before, section.Kind)))
            conversion.Add(section, wanted);
        return (conversion._content, conversion.Note());
    }

    private string? Note()
    {
        string?[] parts =
        [
            _added.Count > 0 ? $"added {string.Join(", ", _added)}" : null,
            _removed.Count > 0 ? $"removed {string.Join(", ", _removed)}, which {(_removed.Count == 1 ? "was" : "were")} not filled in" : null,
        ];
        return parts.OfType<string>().ToArray() is { Length: > 0 } done ? string.Join("; ", done) : null;
    }

    private static bool IsAsked(Document document, SectionKind kind) =>
        Find(document, kind) is not null || document.Statements.Any(statement => statement.IsAbout(kind));

    private void Add(TemplateSection section, IReadOnlyList<TemplateSection> order)
    {
        _added.Add(section.Title);
        var document = Read();
        if (FirstOf(document, order.TakeWhile(other => other != section).Reverse()) is { } before)
            InsertBehind(LastLine(document, before), section.At(before.Level));
        else if (FirstOf(document, order.SkipWhile(other => other != section)) is { } after)
            Insert(LineStart(after.Line), section.At(after.Level) + "\n\n");
        else
            InsertBehind(document.Text.LineCount, section.At(level: 2));
    }

    private static Section? FirstOf(Document document, IEnumerable<TemplateSection> sections) =>
        sections.Select(section => Find(document, section.Kind)).FirstOrDefault(found => found is not null);

    private void RemoveUnfilled(TemplateSection template)
    {
        var document = Read();
        if (document.Sections.FirstOrDefault(section => section.OwnKind == template.Kind && section.Title == template.Title) is not { } found || LastLine(document, found) != found.LastLine)
            return;
        var last = LastSolidLine(document, found.LastLine);
        var body = Enumerable.Range(found.Line + 1, Math.Max(0, last - found.Line)).Select(line => document.Text.Line(line).TrimEnd().ToString());
        if (string.Join('\n', body).Trim() != template.Body)
            return;
        _removed.Add(template.Title);
        var before = LastSolidLine(document, found.Line - 1);
        _content = before > 0
            ? new ByteText(_content).Replace(LineEnd(before), LineEnd(last), "")
            : new ByteText(_content).Replace(LineStart(found.Line), LineStart(found.LastLine + 1), "");
    }

    private Document Read() => new(_path, SourceText.Decode(_content, _content.Length), DocumentKind.Handoff);

    private static Section? Find(Document document, SectionKind kind) => document.Sections.FirstOrDefault(section => section.OwnKinds.Contains(kind));

    // Including its subsections.
    private static int LastLine(Document document, Section section) =>
        document.Sections.FirstOrDefault(other => other.Line > section.Line && other.Level <= section.Level) is { } next ? next.Line - 1 : document.Text.LineCount;

    private static int LastSolidLine(Document document, int line)
    {
        while (line > 0 && document.Text.Line(line).IsWhiteSpace())
            line--;
        return line;
    }

    private void InsertBehind(int line, string section)
    {
        var last = LastSolidLine(Read(), line);
        if (last > 0)
            Insert(LineEnd(last), "\n\n" + section);
        else
            Insert(new ByteText(_content).Start, section + "\n");
    }

    private void Insert(int offset, string text) => _content = new ByteText(_content).Replace(offset, offset, text);

    // One character per byte, and line breaks are ASCII: lines match the document's, offsets the bytes'.
    private SourceText Lines() => SourceText.From(Encoding.Latin1.GetString(_content));

    private int LineStart(int line) => line == 1 ? new ByteText(_content).Start : line > Lines().LineCount ? _content.Length : Lines().LineStart(line);

    private int LineEnd(int line) => Lines().LineStart(line) + Lines().Line(line).Length;

    /// <summary>A section of one of CodeRelay's own files.</summary>
    private sealed record TemplateSection(SectionKind Kind, string Title, string Body)
    {
        public static IReadOnlyList<TemplateSection> AllOf(string template)
        {
            var document = new Document("HANDOFF.md", SourceText.From(template));
            return [.. document.Sections.Where(section => section.OwnKind != SectionKind.None).Select(section => Of(document, section))];
        }

        public string At(int level) => $"{(level == LevelOfBoldLabel ? $"**{Title}**" : $"{new string('#', level)} {Title}")}\n\n{Body}";

        private static TemplateSection Of(Document document, Section section)
        {
            var start = document.Text.LineStart(section.Line + 1);
            var end = section.LastLine >= document.Text.LineCount ? document.Text.Content.Length : document.Text.LineStart(section.LastLine + 1);
            return new TemplateSection(section.OwnKind, section.Title, document.Text.Content[start..end].Trim());
        }
    }
}
