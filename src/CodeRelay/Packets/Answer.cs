using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>How far a packet answers a question, in ascending order.</summary>
internal enum AnswerState
{
    /// <summary>No statement about it, at most an empty heading.</summary>
    Missing,

    /// <summary>Only a template's placeholders.</summary>
    Unfilled,

    /// <summary>An explicit "None" or "nothing pending".</summary>
    None,

    /// <summary>At least one statement.</summary>
    Given,
}

/// <summary>A packet's answer to one question.</summary>
/// <param name="State">How far the question is answered.</param>
/// <param name="Heading">The first heading for the question, or null.</param>
/// <param name="Statements">The statements without placeholders; of several sections with one name those of the first, which is the newest.</param>
internal sealed record Answer(AnswerState State, Section? Heading, IReadOnlyList<Statement> Statements)
{
    public bool IsMissing => State == AnswerState.Missing;

    /// <summary>The statements that are still open: neither struck out nor ticked.</summary>
    public IEnumerable<Statement> Open => Statements.Where(statement => !statement.IsStruck && statement.Block.CheckBox != CheckBox.Done && !Wording.SaysNone(statement.Text) && !Wording.SaysFinished(statement.Text));
}
