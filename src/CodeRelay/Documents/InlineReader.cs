using System.Text;
using Markdig.Syntax.Inlines;

namespace CodeRelay.Documents;

/// <summary>Reads the text and spans of inline Markdown.</summary>
internal static class InlineReader
{
    /// <summary>The text without markup; line breaks become spaces.</summary>
    public static string PlainText(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return text.ToString().Trim();
    }

    /// <summary>The label of a line that consists of it alone ("**Blockers:**"), or null.</summary>
    public static string? BoldLabel(ContainerInline? inlines)
    {
        if (inlines?.FirstChild is not EmphasisInline { DelimiterCount: 2 } bold)
            return null;
        for (var next = bold.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is not LiteralInline literal || literal.Content.ToString().Trim() is not ("" or ":"))
                return null;
        }

        return PlainText(bold).TrimEnd(':').Trim();
    }

    /// <summary>The run-in label of a paragraph or item: bold words with a full stop at its start ("**Blockers.** None"), without the stop; else "".</summary>
    public static string RunIn(ContainerInline? inlines) =>
        inlines?.FirstChild is EmphasisInline { DelimiterCount: 2, NextSibling: not null } bold && PlainText(bold).TrimEnd() is [.. var label, '.' or '。'] ? label : "";

    /// <summary>The text, code and link spans, in order.</summary>
    /// <param name="inlines">The content of one paragraph or table cell.</param>
    /// <param name="source">The whole file; Markdig's positions are off where it drops an escape or a space.</param>
    public static IEnumerable<InlineSpan> Spans(ContainerInline inlines, string source) =>
        Spans(inlines, isStruck: false, isInLink: false).Select(span => span.Text.Length == 0 ? span : span with { Start = TextRun.Find(source, span.Start, span.Text[0]) });

    private static IEnumerable<InlineSpan> Spans(ContainerInline inlines, bool isStruck, bool isInLink)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case CodeInline code:
                    yield return new InlineSpan(InlineKind.Code, code.Span.Start + code.DelimiterCount, code.Content, isStruck) { IsInLink = isInLink };
                    break;
                case LiteralInline literal when !literal.Content.IsEmpty:
                    yield return new InlineSpan(InlineKind.Text, literal.Span.Start, literal.Content.ToString(), isStruck) { IsInLink = isInLink };
                    break;
                case AutolinkInline link:
                    yield return new InlineSpan(InlineKind.Link, link.Span.Start + 1, link.Url, isStruck);
                    break;
                case LinkInline link:
                    yield return new InlineSpan(link.IsImage ? InlineKind.Image : InlineKind.Link, link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start, link.Url ?? "", isStruck);
                    foreach (var span in Spans(link, isStruck, isInLink: true))
                        yield return span;
                    break;
                case EmphasisInline emphasis:
                    foreach (var span in Spans(emphasis, isStruck || emphasis.DelimiterChar == '~', isInLink))
                        yield return span;
                    break;
                case ContainerInline container:
                    foreach (var span in Spans(container, isStruck, isInLink))
                        yield return span;
                    break;
            }
        }
    }

    private static void Append(ContainerInline? inlines, StringBuilder text)
    {
        if (inlines is null)
            return;
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case ContainerInline container:
                    Append(container, text);
                    break;
            }
        }
    }
}
