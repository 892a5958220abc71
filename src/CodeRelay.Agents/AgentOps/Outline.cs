using System.Text.RegularExpressions;
using CodeRelay.Documents;

namespace CodeRelay.Agents.AgentOps;

/// <summary>
/// Reads a document line by line below its headings. Foreign documents are no packets: a line such as "**Status:** blocked" counts
/// with any label.
/// </summary>
internal sealed partial class Outline
{
    private readonly List<OutlineEntry> _entries = [];
    private readonly List<string> _lines = [];
    private readonly Document _document;
    private Section _section;
    private string _label = "";
    private string _listLabel = "";
    private string _fence = "";
    private int _line;
    private int _lastLine;
    private bool _isItem;
    private bool _isDone;
    private bool _isComment;

    private Outline(Document document)
    {
        _document = document;
        _section = document.Sections[0];
    }

    /// <summary>All entries, in order.</summary>
    public static IReadOnlyList<OutlineEntry> Read(Document document)
    {
        var outline = new Outline(document);
        var begin = document.FrontMatter?.Range.LastLine ?? 0;
        foreach (var section in document.Sections)
        {
            outline._section = section;
            for (var line = Math.Max(section.Line, begin) + 1; line <= section.LastLine; line++)
                outline.Add(line, document.Text.Line(line).ToString());
            // An unclosed fence still counts as one.
            outline.End(isFence: outline._fence.Length > 0);
            outline._fence = "";
            outline._listLabel = "";
        }

        return outline._entries;
    }

    private void Add(int number, string line)
    {
        var text = line.Trim();
        if (_fence.Length > 0)
            AddToFence(number, line);
        else if (_isComment || text.StartsWith("<!--", StringComparison.Ordinal))
            _isComment = !text.Contains("-->", StringComparison.Ordinal);
        else if (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal))
            BeginFence(number, text);
        else if (text.Length == 0)
            EndParagraph();
        else if (Rule().IsMatch(text))
            End();
        else if (Item().Match(line) is { Success: true } item && (item.Groups["indent"].Length < 2 || !_isItem))
            BeginItem(number, item.Groups["text"].Value);
        else if (_isItem && line[0] is ' ' or '\t')
            Continue(number, line.StartsWith("  ", StringComparison.Ordinal) ? line[2..].TrimEnd() : text);
        else if (text[0] == '|')
            Begin(number, string.Join(" | ", text.Trim('|').Split('|', StringSplitOptions.TrimEntries)));
        else if (_lines.Count == 0 || _lines[^1].Length == 0 || Label().IsMatch(text))
            Begin(number, text);
        else
            Continue(number, text);
    }

    private void BeginItem(int number, string text)
    {
        var box = CheckBoxes.Read(text);
        Begin(number, box == CheckBox.None ? text : CheckBoxes.Strip(text));
        if (_label.Length == 0)
            _label = _listLabel;
        _isItem = true;
        _isDone = box == CheckBox.Done;
    }

    private void Begin(int number, string text)
    {
        End();
        _line = number;
        var label = Label().Match(text);
        _label = label.Success ? label.Groups["label"].Value.Trim() : "";
        Continue(number, label.Success ? label.Groups["text"].Value : text);
    }

    // "Next steps:" on its own line labels the list below it, but no paragraph after that list.
    private void RememberLabel(bool isEmpty)
    {
        if (!_isItem && (!isEmpty || _label.Length > 0))
            _listLabel = isEmpty ? _label : "";
    }

    private void Continue(int number, string text)
    {
        _lines.Add(text);
        _lastLine = number;
    }

    private void BeginFence(int number, string text)
    {
        End();
        _label = _listLabel;
        _fence = text[..3];
        _line = _lastLine = number;
    }

    private void AddToFence(int number, string line)
    {
        _lastLine = number;
        if (!line.AsSpan().Trim().StartsWith(_fence))
        {
            _lines.Add(line.TrimEnd());
            return;
        }

        _fence = "";
        End(isFence: true);
    }

    // Lines indented below an item belong to it, even after a blank line.
    private void EndParagraph()
    {
        if (!_isItem)
            End();
        else if (_lines.Count > 0 && _lines[^1].Length > 0)
            _lines.Add("");
    }

    private void End(bool isFence = false)
    {
        var text = string.Join('\n', _lines).Trim('\n', ' ');
        RememberLabel(text.Length == 0);
        if (text.Length > 0)
            _entries.Add(new OutlineEntry(_section, _label, text, _line, _lastLine) { IsDone = _isDone, IsFence = isFence });
        _lines.Clear();
        (_label, _isItem, _isDone) = ("", false, false);
    }

    [GeneratedRegex(@"^(?<indent>\s*)(?:[-*+]|\d{1,9}[.)])\s+(?<text>\S.*?)\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    // A rule, a heading's underline, or the line between a table's head and rows.
    [GeneratedRegex(@"^(?:[-*_=](?:\s*[-*_=]){2,}|\|?[\s:|-]*-{2,}[\s:|-]*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    // One to five words and a colon, but no URL.
    [GeneratedRegex(@"^(?<mark>\*\*|__)?(?<label>\p{L}[\p{L}\p{N}'’()%/-]{0,30}(?: [\p{L}\p{N}'’()%/-]{1,30}){0,4})(?:\*\*|__)?\s?[:：](?:\*\*|__)?(?!//)(?:\s+|(?<=[：*_])|$)(?<text>.*)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
