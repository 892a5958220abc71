using System.CommandLine;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Documents;
using CodeRelay.Formats;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay confirm`: records in the front matter that the packet was read and is correct at this commit.</summary>
internal sealed class ConfirmCommand : Verb
{
    private const int ShortId = 7;

    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "The HANDOFF.md to confirm. [default: every packet of the repository]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ChoiceOption<bool> _json = JsonOption();

    public ConfirmCommand()
        : base("confirm", "Record that the packet was read and is still true at this commit.")
    {
        Arguments.Add(_paths);
        Options.Add(_json);
    }

    public override VerbGroup? Group => VerbGroup.Packet;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay confirm                  # writes `confirmed: <HEAD>` into the front matter; commit it",
        "coderelay confirm docs/HANDOFF.md  # one of several packets",
    ];

    protected override int Run(ParseResult arguments)
    {
        var repository = CurrentRepository.OfProcess().RequireRepository();
        if (repository.Head?.Commit is not { } head)
            throw new MissingEnvironmentException(Messages.NothingToConfirmAt(repository.Root));
        var confirmed = Handoffs(repository, arguments).Select(handoff => Confirm(repository, handoff, head)).ToArray();
        // Every file is validated before the first one is written.
        foreach (var file in confirmed.Where(file => file.Content is not null))
            OutputFile.Write(repository.FullPath(file.Path), file.Content);
        if (_json.Read(arguments))
        {
            WriteJson(repository, head, confirmed);
            return ExitCode.Success;
        }

        foreach (var file in confirmed)
            Terminal.Output.WriteLine(file.Content is null ? $"{VisibleText.OfLine(file.Path)} is already confirmed at {head[..ShortId]}" : $"confirmed {VisibleText.OfLine(file.Path)} at {head[..ShortId]}; commit it");
        return ExitCode.Success;
    }

    /// <summary>A packet's HANDOFF.md, the previously confirmed commit, and the new content; null when unchanged.</summary>
    private sealed record Confirmed(string Path, string? Previous, byte[]? Content);

    private static Confirmed Confirm(Repository repository, Document handoff, string head)
    {
        var previous = ConfirmLine.Of(handoff)?.Value;
        if (previous == head)
            return new Confirmed(handoff.Path, previous, Content: null);
        return new Confirmed(handoff.Path, previous, ConfirmLine.Write(File.ReadAllBytes(repository.FullPath(handoff.Path)), head)
            ?? throw new UsageException($"the front matter of {handoff.Path} cannot be merged: {handoff.FrontMatter?.Error ?? $"it needs exactly one line `{ConfirmLine.Key}: <commit>`, and the file must be UTF-8"}"));
    }

    private IReadOnlyList<Document> Handoffs(Repository repository, ParseResult arguments)
    {
        var paths = arguments.GetValue(_paths) ?? [];
        var handoffs = paths.Length == 0
            ? AnalysisInput.Of(repository, Configuration.Load(repository)).Packets.Select(packet => packet.Handoff).ToArray()
            : [.. NamedDocuments.Read(repository, paths)];
        if (handoffs.FirstOrDefault(document => document.Kind != DocumentKind.Handoff) is { } other)
            throw new UsageException($"'{other.Path}' is not a HANDOFF.md; name the HANDOFF.md of the packet");
        return handoffs.Length > 0 ? handoffs : throw new MissingEnvironmentException(Messages.NoPacket);
    }

    private static void WriteJson(Repository repository, string head, Confirmed[] confirmed)
    {
        using var output = Terminal.OpenOutput();
        var files = confirmed.Select(file => new ConfirmFileJson(file.Path, file.Previous, file.Content is not null));
        JsonText.Write(output, new ConfirmJson(repository.Root, head, [.. files]), ReportJsonContext.Default.ConfirmJson);
    }
}
