using System.CommandLine;

namespace CodeRelay.Cli.CommandLine;

/// <summary>A verb of the command. Its description is one sentence, which its help begins with; its examples follow.</summary>
internal abstract class Verb : Command
{
    protected Verb(string name, string description)
        : base(name, description) => SetAction(Run);

    /// <summary>Command lines that work, at least one, each with what it does behind '#'.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Where the help lists it; null for a verb below another one.</summary>
    public virtual VerbGroup? Group => null;

    /// <summary>The exit code for arguments that cannot be used.</summary>
    public virtual int WrongUsageCode => ExitCode.Usage;

    /// <summary>`--format text|json`, which every verb has; true when it is json.</summary>
    protected static ChoiceOption<bool> JsonOption() => new("--format", "format", "The output format", [("text", false), ("json", true)]);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    protected abstract int Run(ParseResult arguments);
}
