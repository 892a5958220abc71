using CodeRelay.Documents;

namespace CodeRelay.Packets;

/// <summary>How far a packet answers a question.</summary>
internal enum AnswerState
{
    /// <summary>Nothing speaks to it, or only an empty heading.</summary>
    Missing,

    /// <summary>What a template left there.</summary>
    Unfilled,

    /// <summary>"None", "nothing pending".</summary>
    None,

    /// <summary>Something is said.</summary>
    Given,
}

/// <summary>What a packet says to one question.</summary>
/// <param name="State">How far it is answered.</param>
/// <param name="Heading">The first heading that asks it, or null.</param>
/// <param name="Statements">What is said, without placeholders; of several sections of the same name the first, which is the newest.</param>
internal sealed record Answer(AnswerState State, Section? Heading, IReadOnlyList<Statement> Statements)
{
    public bool IsMissing => State == AnswerState.Missing;

    /// <summary>The statements that are still open: not struck out, not ticked.</summary>
    public IEnumerable<Statement> Open => Statements.Where(statement => !statement.IsStruck && statement.Block.CheckBox != CheckBox.Done && !Wording.SaysNone(statement.Text) && !Wording.SaysFinished(statement.Text));
}
