namespace CodeRelay.Rules.References.Commands;

/// <summary>Tells what the commands of one tool name and what of it does not exist. What cannot be known is no fault.</summary>
internal abstract class CommandValidator
{
    /// <summary>True for a command of this tool.</summary>
    public abstract bool Knows(QuotedCommand command);

    /// <summary>The faults of a command; nothing is ever run.</summary>
    public abstract IEnumerable<CommandFault> Judge(QuotedCommand command, CommandSurroundings surroundings);
}
