using System.Runtime.CompilerServices;
using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>The answers of a HANDOFF.md; read once per document and shared by the rules.</summary>
internal sealed class PacketAnswers
{
    private const int MostStatementsOfClearedPacket = 8;
    private const int LongestDateLine = 60;

    private static readonly ConditionalWeakTable<Document, PacketAnswers> Known = [];

    private readonly Document _document;
    private readonly Dictionary<SectionKind, Answer> _answers = [];

    private PacketAnswers(Document document)
    {
        _document = document;
        IsCleared = ReadIsCleared();
    }

    /// <summary>True for a packet that states that nothing is open, which answers every question.</summary>
    public bool IsCleared { get; }

    public static PacketAnswers Of(Document document) => Known.GetValue(document, static document => new PacketAnswers(document));

    public Answer About(SectionKind kind)
    {
        lock (_answers)
            return _answers.TryGetValue(kind, out var answer) ? answer : _answers[kind] = Read(kind);
    }

    private Answer Read(SectionKind kind)
    {
        var all = Newest([.. _document.Statements.Where(statement => statement.IsAbout(kind))], kind).ToArray();
        var said = Placeholders.WithoutUnfilled(all).ToArray();
        var heading = _document.Sections.FirstOrDefault(section => section.OwnKinds.Contains(kind));
        return new Answer(StateOf(all, said, heading, kind), heading, said);
    }

    private AnswerState StateOf(Statement[] all, Statement[] said, Section? heading, SectionKind kind)
    {
        if (said.Length > 0)
            return said.All(statement => Wording.SaysNone(statement.Text)) ? AnswerState.None : AnswerState.Given;
        if (heading is not null && Wording.SaysNone(heading.Title))
            return AnswerState.None;
        return all.Length > 0 || _document.Blocks.Any(block => block.SectionKind == kind && Placeholders.IsBlock(block)) ? AnswerState.Unfilled : AnswerState.Missing;
    }

    // A log of sessions repeats its headings: the first section with a name is current, the others are history.
    private static IEnumerable<Statement> Newest(IReadOnlyList<Statement> statements, SectionKind kind)
    {
        var current = new Dictionary<string, Section>(StringComparer.OrdinalIgnoreCase);
        foreach (var statement in statements)
        {
            var section = statement.Section;
            while (!section.OwnKinds.Contains(kind) && section.Parent is { } parent)
                section = parent;
            var name = string.Concat((section.OwnKinds.Contains(kind) ? section.Title : statement.Label).Where(char.IsLetter));
            if (current.TryAdd(name, section) || current[name] == section)
                yield return statement;
        }
    }

    private bool ReadIsCleared()
    {
        var statements = _document.Statements.Where(statement => !IsDateLine(statement)).ToArray();
        return statements.Length is > 0 and <= MostStatementsOfClearedPacket && statements.All(statement => Wording.SaysNone(statement.Text) || Wording.SaysFinished(statement.Text))
            && statements.Any(statement => Wording.SaysNone(statement.Text));
    }

    private static bool IsDateLine(Statement statement) =>
        statement.Text.Length <= LongestDateLine && Wording.HasDate(statement.Text) && !Wording.SaysNone(statement.Text);
}
