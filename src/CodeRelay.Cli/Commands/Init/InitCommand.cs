using System.CommandLine;
using CodeRelay.Agents.Editing;
using CodeRelay.Agents.Handoffs;
using CodeRelay.Agents.Reports;
using CodeRelay.Agents.Runtimes;
using CodeRelay.Agents.Setup.Scaffolding;
using CodeRelay.Analysis;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Cli.Output;
using CodeRelay.Formats;
using CodeRelay.Packets;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay init`: adds packet, configuration and hooks to a repository that may have some of them.</summary>
internal sealed class InitCommand : Verb
{
    private readonly RuntimesOption _runtimes = new(string.Join(" and ", RuntimeCatalog.Default.Select(runtime => runtime.Id)));

    private readonly Option<string?> _packetDirectory = new("--packet-dir") { Description = "The directory of the packet, relative to the root. [default: where a packet is, else the root]", HelpName = "directory" };

    private readonly ChoiceOption<Profile?> _profile = new(
        "--profile", "profile", "What HANDOFF.md answers: five questions (relay) or nine items (contract); an existing packet is converted and keeps its text", [("auto", null), ("relay", Profile.Relay), ("contract", Profile.Contract)]);

    private readonly ChoiceOption<GateWorkflow> _gate = new("--gate", "ci", "Also write a CI workflow that checks the packet", [("none", GateWorkflow.None), ("github", GateWorkflow.GitHub), ("azure", GateWorkflow.Azure)]);

    private readonly Option<bool> _noBuildCheck = new("--no-build-check") { Description = $"Do not write {ScaffoldOptions.BuildFile}, which adds the check to every project." };

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite the files of coderelay and keep the old ones as <file>.bak; other files are merged as usual." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show the changes and write nothing." };

    private readonly ChoiceOption<bool> _json = JsonOption();

    public InitCommand()
        : base("init", "Set up a packet, its configuration and the hooks; existing files are merged.")
    {
        // The option's name in `dotnet new coderelay`.
        _runtimes.Aliases.Add("--agents");
        foreach (var option in new Option[] { _runtimes, _packetDirectory, _profile, _gate, _noBuildCheck, _force, _dryRun, _json })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Setup;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay init --dry-run                                   # what would be written, merged or kept",
        "coderelay init                                             # for Claude Code and Codex, packet at the root",
        "coderelay init --runtimes codex --packet-dir docs/handoff  # one agent, another place",
        "coderelay init --profile contract --gate github            # nine items, and a workflow in CI",
        "coderelay init --profile relay                             # from nine items back to five questions",
    ];

    protected override int Run(ParseResult arguments)
    {
        var repository = CurrentRepository.OfProcess().RequireRepository();
        var isDryRun = arguments.GetValue(_dryRun);
        try
        {
            var plan = ScaffoldPlanner.Plan(repository, Configuration.Load(repository), ReadOptions(arguments));
            if (!isDryRun)
                ScaffoldWriter.Apply(repository, plan);
            if (!_json.Read(arguments))
            {
                InitText.Write(plan, isDryRun);
                return ExitCode.Success;
            }

            using var output = Terminal.OpenOutput();
            JsonText.Write(output, InitJson.Of(repository.Root, plan, isDryRun), ReportJsonContext.Default.InitJson);
            return ExitCode.Success;
        }
        catch (Exception e) when (e is ScaffoldException or SettingsException)
        {
            throw new UsageException(e.Message);
        }
    }

    private ScaffoldOptions ReadOptions(ParseResult arguments) => new()
    {
        Runtimes = _runtimes.Read(arguments) ?? RuntimeCatalog.Default,
        PacketDirectory = arguments.GetValue(_packetDirectory),
        Profile = _profile.Read(arguments),
        Gate = _gate.Read(arguments),
        BuildCheck = !arguments.GetValue(_noBuildCheck),
        Force = arguments.GetValue(_force),
        Version = Product.Version,
    };
}
