using System.CommandLine;
using CodeRelay.Analysis;
using CodeRelay.Runtimes;
using CodeRelay.Runtimes.Settings;
using CodeRelay.Scaffolding;

namespace CodeRelay.Cli.Commands;

/// <summary>`coderelay init`: packet, configuration and hooks for a repository that may have some of them.</summary>
internal sealed class InitCommand : Verb
{
    private readonly RuntimesOption _runtimes = new(string.Join(" and ", RuntimeCatalog.Default.Select(runtime => runtime.Id)));

    private readonly Option<string?> _packetDirectory = new("--packet-dir") { Description = "Where the packet goes, relative to the root. [default: where one is, else the root]", HelpName = "directory" };

    private readonly ChoiceOption<Profile?> _profile = new(
        "--profile", "profile", "Five questions or nine items in HANDOFF.md; a packet that is there is converted, its text kept", [("auto", null), ("relay", Profile.Relay), ("contract", Profile.Contract)]);

    private readonly ChoiceOption<Gate> _gate = new("--gate", "ci", "Also write a CI workflow that checks the packet", [("none", Gate.None), ("github", Gate.GitHub), ("azure", Gate.Azure)]);

    private readonly Option<bool> _noBuildCheck = new("--no-build-check") { Description = $"Leave {ScaffoldOptions.BuildFile} alone, which adds the check to every project." };

    private readonly Option<bool> _force = new("--force") { Description = "Write our own files anew; what they held goes to <file>.bak. Yours are merged all the same." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only tell what would be done." };

    private readonly ChoiceOption<bool> _json = JsonOption();

    public InitCommand()
        : base("init", "Set up a packet, its configuration and the hooks; keeps what is there and merges into your files.")
    {
        // What `dotnet new coderelay` calls it.
        _runtimes.Aliases.Add("--agents");
        foreach (var option in new Option[] { _runtimes, _packetDirectory, _profile, _gate, _noBuildCheck, _force, _dryRun, _json })
            Options.Add(option);
    }

    public override VerbGroup? Group => VerbGroup.Setup;

    public override IReadOnlyList<string> Examples =>
    [
        "coderelay init --dry-run                                   # what it would write, merge and keep",
        "coderelay init                                             # for Claude Code and Codex, packet at the root",
        "coderelay init --runtimes codex --packet-dir docs/handoff  # one agent, another place",
        "coderelay init --profile contract --gate github            # nine items, and a workflow in CI",
        "coderelay init --profile relay                             # from nine items back to five questions",
    ];

    protected override int Run(ParseResult arguments)
    {
        var repository = Here.Find();
        var isDryRun = arguments.GetValue(_dryRun);
        try
        {
            var plan = ScaffoldPlanner.Plan(repository, Configuration.Load(repository), ReadOptions(arguments));
            if (!isDryRun)
                ScaffoldWriter.Apply(repository, plan);
            InitReport.Write(repository.Root, plan, isDryRun, _json.Read(arguments));
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
