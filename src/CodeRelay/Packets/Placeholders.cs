using System.Text.RegularExpressions;
using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>Recognises the placeholders of templates.</summary>
internal static partial class Placeholders
{
    private const int LongestPlaceholder = 200;

    /// <summary>The statements without unfilled ones. A template's instruction does not count either when a section has nothing else.</summary>
    public static IEnumerable<Statement> WithoutUnfilled(IReadOnlyList<Statement> statements)
    {
        var said = statements.Where(statement => !IsUnfilled(statement)).ToArray();
        return said.All(IsInstruction) ? [] : said;
    }

    /// <summary>True when a statement is empty apart from its placeholders.</summary>
    public static bool IsUnfilled(Statement statement)
    {
        if (statement.Block.Kind == BlockKind.Fence)
            return false;
        // A paragraph without text may be an image.
        if (statement.Text.Length == 0)
            return statement.Label.Length > 0 || IsBare(statement.SourceOpening) || Marks().IsMatch(Masked(statement));
        if (statement.Text.Length > LongestPlaceholder)
            return false;
        if (WholeText().IsMatch(statement.Text))
            return true;
        var masked = Masked(statement);
        // The number of an ordered item is not an answer.
        return Marks().IsMatch(masked) && !ItemNumber().Replace(Marks().Replace(masked, ""), "").AsSpan(LabelLength(statement, masked)).ContainsAnyLetter();
    }

    /// <summary>True when an unfilled statement has a mark that only templates use ("{{goal}}", "&lt;fill: …&gt;"), as opposed to a word such as TBD.</summary>
    public static bool IsMarked(Statement statement) => Marks().IsMatch(Masked(statement));

    /// <summary>True for a comment or HTML block that asks for content.</summary>
    public static bool IsBlock(Block block) => block.Kind is BlockKind.Comment or BlockKind.Html && Marks().IsMatch(block.Source[..Math.Min(block.Source.Length, LongestPlaceholder)]);

    /// <summary>The placeholders inside a statement outside of code, as offsets into the file.</summary>
    public static IEnumerable<(int Start, int End)> Inside(Statement statement) => statement.Block.Kind == BlockKind.Fence
        ? []
        : Marks().Matches(Masked(statement)).Select(match => (statement.Start + match.Index, statement.Start + match.Index + match.Length));

    /// <summary>True for a template's heading ("YYYY-MM-DD: Title").</summary>
    public static bool IsHeading(string title) => HeadingMark().IsMatch(title);

    /// <summary>True for a template's instruction ("Describe the goal in one sentence"), which is not an answer.</summary>
    public static bool IsInstruction(Statement statement) =>
        statement.Block.Kind == BlockKind.Paragraph && statement.Label.Length == 0 && statement.Text.Length <= LongestPlaceholder
        && (Instruction().IsMatch(statement.Text) || IsQuestion(statement)) && !Specificity.HasEvidence(statement);

    // Under a heading that asks for something, "what the next agent should do first" repeats the question. Under a title, in several sentences, or
    // with the clause as subject ("what remains is the port"), it is an author's text; open questions are answers too.
    private static bool IsQuestion(Statement statement) =>
        statement.Kinds.Count > 0 && !(statement.IsAbout(SectionKind.Blockers) && statement.Text.EndsWith('?'))
        && Question().IsMatch(statement.Text) && !SeveralSentences().IsMatch(statement.Text) && !ClauseAsSubject().IsMatch(statement.Text);

    /// <summary>True for a list item with a marker, possibly a box, and nothing else.</summary>
    public static bool IsBare(ReadOnlySpan<char> source) => Bare().IsMatch(source);

    private static int LabelLength(Statement statement, string masked) =>
        statement.Label.Length > 0 && masked.IndexOf(':') is var colon and >= 0 && colon < statement.Label.Length + 8 ? colon : 0;

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    private static string Masked(Statement statement)
    {
        var source = statement.SourceOpening.ToArray();
        foreach (var span in statement.Spans.Where(span => span.Kind == InlineKind.Code && span.Start - statement.Start < source.Length))
            Array.Fill(source, 'x', span.Start - statement.Start, Math.Min(span.Text.Length, source.Length - (span.Start - statement.Start)));
        return new string(source);
    }

    [GeneratedRegex(@"<!--\s*(?:fill|todo|tbd|describe|replace|insert|your|write)\b.{0,400}?-->|(?<!\$)\{\{[^{}\n]{0,200}\}\}|<(?:fill|todo|tbd|insert|your|describe|replace)\b[^<>\n]{0,200}>|\[(?:todo|tbd|fill|insert|your|describe|replace)\b[^\]\n]{0,200}\](?![(\[:])",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*[0-9]{1,9}[.)]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"^[\W_-[✅❌✓✔✗☑]]*(?:todo|tbd|tba|fixme|xxx+|fill[ ](?:me|this|in)\b.{0,40}|to[ ]be[ ](?:defined|decided|determined|filled(?:[ ]in)?)|待填写|待定|要記入|未定|작성[ ]?필요)?[\W_-[✅❌✓✔✗☑]]*$",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeText();

    [GeneratedRegex(@"^(?:describe|list|summari[sz]e|state|name|explain|write|give|in[ ])?\W*(?:in[ ])?(?:one|1-2|a[ ]few|one[ ]or[ ]two|a[ ]single)[ ](?:short[ ])?sentences?\b|^(?:describe|briefly|files[ ]the[ ]next|bugs,[ ]risks)\b",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^(?:what|which|who|how|why)\b(?!.*:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Question();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SeveralSentences();

    [GeneratedRegex(@"^\w+\s(?:\w+\s){1,3}(?:is|are|was|were)\s(?:the|a|an|that|to|not|only|still|how|why|our|because)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClauseAsSubject();

    [GeneratedRegex(@"YYYY-MM-DD|\{\{|<(?:fill|todo|title|your)\b|\[(?:title|date|your)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d{1,9}[.)])?\s*(?:\[[ xX~-]?\])?\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bare();
}
