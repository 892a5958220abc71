using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>How a call's directory is known, which decides what a runtime's variable counts beside it.</summary>
internal enum DirectorySource
{
    /// <summary>It is the directory of the process. Runtimes start programs anywhere, so their variable comes first.</summary>
    Process,

    /// <summary>The runtime said it on its input. The variable counts only where that is in no git worktree.</summary>
    Runtime,

    /// <summary>The call names it. The variable leads nowhere else.</summary>
    Argument,
}

/// <summary>Something around the program is missing, so that there is no repository or endpoint; the message says what to do.</summary>
internal sealed class MissingWorktreeException(string message) : Exception(message);

/// <summary>Where a call is: the repository, the endpoint that handoffs are addressed to, its inbox, the nearest packet.</summary>
internal sealed class CurrentRepository
{
    /// <summary>The variable by which runtimes say where their session began.</summary>
    public const string ProjectVariable = "CLAUDE_PROJECT_DIR";

    // A handoff is worth more than what a git that hangs could add to it.
    private static readonly TimeSpan HandoffGitTime = TimeSpan.FromSeconds(10);

    private readonly string _directory;
    private readonly DirectorySource _source;
    private readonly UserEnvironment _environment;
    private readonly Lazy<MailboxOwner?> _endpoint;
    private readonly Lazy<Inbox?> _inbox;

    /// <param name="directory">Full path.</param>
    /// <param name="source">How it is known.</param>
    /// <param name="environment">The user's machine.</param>
    /// <param name="gitTime">How long from now git may be asked; null for ever.</param>
    public CurrentRepository(string directory, DirectorySource source, UserEnvironment environment, TimeSpan? gitTime = null)
    {
        _directory = directory;
        _source = source;
        _environment = environment;
        Repository = Repository.Discover(directory, gitTime);
        _endpoint = new(() => FindEndpoint(gitTime));
        _inbox = new(() => Endpoint is { } endpoint ? new Inbox(endpoint, environment) : null);
    }

    /// <summary>The repository around the directory; a directory outside git is one too.</summary>
    public Repository Repository { get; }

    /// <summary>The worktree under whose name handoffs arrive; null where no handoff can be addressed.</summary>
    public MailboxOwner? Endpoint => _endpoint.Value;

    /// <summary>The endpoint's inbox; null where there is no endpoint.</summary>
    public Inbox? Inbox => _inbox.Value;

    /// <summary>The place of the process.</summary>
    /// <exception cref="MissingWorktreeException">Its directory is gone.</exception>
    public static CurrentRepository OfProcess() => new(ProcessDirectory(), DirectorySource.Process, UserEnvironment.Current);

    /// <summary>The same for handoffs: git has a limited time to answer.</summary>
    /// <inheritdoc cref="OfProcess" path="/exception"/>
    public static CurrentRepository ForHandoffs() => new(ProcessDirectory(), DirectorySource.Process, UserEnvironment.Current, HandoffGitTime);

    /// <summary>The same in a directory that the call names.</summary>
    public static CurrentRepository ForHandoffs(string directory) => new(directory, DirectorySource.Argument, UserEnvironment.Current, HandoffGitTime);

    /// <summary>The directory that the runtime's variable names, else that of the process.</summary>
    /// <inheritdoc cref="OfProcess" path="/exception"/>
    public static string SessionDirectory(UserEnvironment environment) => Project(environment) is { } project ? Path.GetFullPath(project) : ProcessDirectory();

    /// <summary>The packet of the directory or the nearest one above it, else the first; null when there is none.</summary>
    public Packet? NearestPacket(Configuration configuration) => NearestPacket(PacketDiscovery.FindPackets(Repository, configuration));

    /// <summary>The same of packets that are known.</summary>
    public Packet? NearestPacket(IReadOnlyList<Packet> packets)
    {
        var here = Repository.RelativePath(RealPath.Of(_directory)) is { } path and not "." ? path + "/" : "/";
        return packets.Where(packet => packet.Directory.Length == 0 || here.StartsWith(packet.Directory + "/", StringComparison.Ordinal)).MaxBy(packet => packet.Directory.Length) ?? (packets.Count > 0 ? packets[0] : null);
    }

    /// <summary>The repository, for what has to read its files and ask git.</summary>
    /// <exception cref="MissingWorktreeException">It is a bare repository, or git cannot be asked.</exception>
    public Repository RequireRepository()
    {
        if (Repository.GitDirectory is null)
            RequireWorkingTree();
        else if (Repository.Git is null)
            throw new MissingWorktreeException($"'{Repository.Root}' is a git working tree, but git is not on PATH; install git from https://git-scm.com");
        return Repository;
    }

    /// <summary>The endpoint.</summary>
    /// <exception cref="MissingWorktreeException">There is none.</exception>
    public MailboxOwner RequireEndpoint() => Endpoint ?? throw Unaddressed();

    /// <summary>The endpoint; outside git a plain directory is one too.</summary>
    /// <exception cref="MissingWorktreeException">It is a bare repository, or its name cannot be written to.</exception>
    public MailboxOwner RequireDirectory()
    {
        if (Endpoint is { } endpoint)
            return endpoint;
        RequireWorkingTree();
        return MailboxOwner.Of(Repository) ?? throw Unaddressed();
    }

    /// <summary>The endpoint's inbox.</summary>
    /// <inheritdoc cref="RequireEndpoint" path="/exception"/>
    public Inbox RequireInbox() => Inbox ?? throw Unaddressed();

    private static string? Project(UserEnvironment environment) => environment.Variable(ProjectVariable) is { } project && Directory.Exists(project) ? project : null;

    private static string ProcessDirectory()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (IOException)
        {
            throw new MissingWorktreeException("the current directory was removed; change to one that exists");
        }
    }

    private MailboxOwner? FindEndpoint(TimeSpan? gitTime)
    {
        var isInGit = Repository.GitDirectory is not null;
        if (isInGit && _source != DirectorySource.Process || Project(_environment) is not { } project)
            return isInGit ? MailboxOwner.Of(Repository) : null;
        var named = MailboxOwner.Of(Repository.Discover(project, gitTime));
        return _source == DirectorySource.Argument && named?.Root != Repository.Root ? null : named;
    }

    private void RequireWorkingTree()
    {
        if (Repository.IsInBareRepository(_directory))
            throw new MissingWorktreeException($"'{_directory}' is in a bare repository, which has no files to check; run the command in a working tree, such as one made by `git worktree add`");
    }

    private MissingWorktreeException Unaddressed()
    {
        var project = _source == DirectorySource.Argument ? null : Project(_environment);
        var repository = project is null ? Repository : Repository.Discover(project);
        return new MissingWorktreeException(repository.GitDirectory is not null || project is not null
            ? $"the directory '{VisibleText.OfLine(repository.Root)}' has a name that cannot be an address; {RelayName.Valid}; rename it"
            : $"'{VisibleText.OfLine(repository.Root)}' is not inside a git worktree, so it has no inbox; run the command in a worktree, or set {ProjectVariable} to a directory");
    }
}
