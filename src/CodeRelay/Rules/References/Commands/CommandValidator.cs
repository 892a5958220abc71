namespace CodeRelay.Rules.References.Commands;

/// <summary>Validates the names in the commands of one tool. Names that cannot be determined are not faults.</summary>
internal abstract class CommandValidator
{
    /// <summary>True for a command of the tool.</summary>
    public abstract bool Knows(QuotedCommand command);

    /// <summary>The faults of a command; never runs it.</summary>
    public abstract IEnumerable<CommandFault> Validate(QuotedCommand command, CommandSurroundings surroundings);
}
