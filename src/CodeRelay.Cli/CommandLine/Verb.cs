using System.CommandLine;

namespace CodeRelay.Cli.CommandLine;

/// <summary>A verb of the command. Its description is one sentence and begins the help; its examples follow.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description)
        : base(name, description) => SetAction(Run);

    /// <summary>At least one working command line, each with an explanation after '#'.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Its group in the help; null for a verb below another one.</summary>
    public virtual VerbGroup? Group => null;

    /// <summary>The exit code for invalid arguments.</summary>
    public virtual int WrongUsageCode => ExitCode.Usage;

    /// <summary>`--format text|json`, which every verb has; true for json.</summary>
    protected static ChoiceOption<bool> JsonOption() => new("--format", "format", "The output format", [("text", false), ("json", true)]);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    protected abstract int Run(ParseResult arguments);
}
