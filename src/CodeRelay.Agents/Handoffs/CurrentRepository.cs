using CodeRelay.Analysis;
using CodeRelay.Files;
using CodeRelay.Git;
using CodeRelay.Packets;
using CodeRelay.Text;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The origin of a call's directory; it decides how far a runtime's directory variable counts.</summary>
internal enum DirectorySource
{
    /// <summary>The directory of the process. Runtimes start programs anywhere, so their variable comes first.</summary>
    Process,

    /// <summary>The runtime's hook payload. The variable counts only when that directory is in no git worktree.</summary>
    Runtime,

    /// <summary>An argument of the call. The variable does not count.</summary>
    Argument,
}

/// <summary>There is no repository or endpoint here; the message names the remedy.</summary>
internal sealed class MissingWorktreeException(string message) : Exception(message);

/// <summary>The surroundings of a call: the repository, the endpoint that handoffs are addressed to, its inbox, the nearest packet.</summary>
internal sealed class CurrentRepository
{
    /// <summary>The variable in which runtimes pass the directory where their session began.</summary>
    public const string ProjectVariable = "CLAUDE_PROJECT_DIR";

    // A git that hangs must not cost the handoff: what git adds to it is optional.
    private static readonly TimeSpan HandoffGitTime = TimeSpan.FromSeconds(10);

    private readonly string _directory;
    private readonly DirectorySource _source;
    private readonly UserEnvironment _environment;
    private readonly Lazy<MailboxOwner?> _endpoint;
    private readonly Lazy<Inbox?> _inbox;

    /// <param name="directory">Full path.</param>
    /// <param name="source">The directory's origin.</param>
    /// <param name="environment">The user's machine.</param>
    /// <param name="gitTime">The time for all git calls, from now; null for no limit.</param>
    public CurrentRepository(string directory, DirectorySource source, UserEnvironment environment, TimeSpan? gitTime = null)
    {
        _directory = directory;
        _source = source;
        _environment = environment;
        Repository = Repository.Discover(directory, gitTime);
        _endpoint = new(() => FindEndpoint(gitTime));
        _inbox = new(() => Endpoint is { } endpoint ? new Inbox(endpoint, environment) : null);
    }

    /// <summary>The repository around the directory; outside git, the directory itself.</summary>
    public Repository Repository { get; }

    /// <summary>The worktree whose name handoffs arrive under; null where no handoff can be addressed.</summary>
    public MailboxOwner? Endpoint => _endpoint.Value;

    /// <summary>The endpoint's inbox; null where there is no endpoint.</summary>
    public Inbox? Inbox => _inbox.Value;

    /// <summary>The surroundings of the process's directory.</summary>
    /// <exception cref="MissingWorktreeException">Its directory is gone.</exception>
    public static CurrentRepository OfProcess() => new(ProcessDirectory(), DirectorySource.Process, UserEnvironment.Current);

    /// <summary>The same with a time limit for git.</summary>
    /// <inheritdoc cref="OfProcess" path="/exception"/>
    public static CurrentRepository ForHandoffs() => new(ProcessDirectory(), DirectorySource.Process, UserEnvironment.Current, HandoffGitTime);

    /// <summary>The same for a directory that the call names.</summary>
    public static CurrentRepository ForHandoffs(string directory) => new(directory, DirectorySource.Argument, UserEnvironment.Current, HandoffGitTime);

    /// <summary>The directory in the runtime's variable, else that of the process.</summary>
    /// <inheritdoc cref="OfProcess" path="/exception"/>
    public static string SessionDirectory(UserEnvironment environment) => Project(environment) is { } project ? Path.GetFullPath(project) : ProcessDirectory();

    /// <summary>The packet of the directory or of the nearest parent, else the first; null when there is none.</summary>
    public Packet? NearestPacket(Configuration configuration) => NearestPacket(PacketDiscovery.FindPackets(Repository, configuration));

    /// <summary>The same among known packets.</summary>
    public Packet? NearestPacket(IReadOnlyList<Packet> packets)
    {
        var here = Repository.RelativePath(RealPath.Of(_directory)) is { } path and not "." ? path + "/" : "/";
        return packets.Where(packet => packet.Directory.Length == 0 || here.StartsWith(packet.Directory + "/", StringComparison.Ordinal)).MaxBy(packet => packet.Directory.Length) ?? (packets.Count > 0 ? packets[0] : null);
    }

    /// <summary>The repository, for callers that read its files and ask git.</summary>
    /// <exception cref="MissingWorktreeException">The repository is bare, or git is not available.</exception>
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

    /// <summary>The endpoint; outside git, the plain directory.</summary>
    /// <exception cref="MissingWorktreeException">The repository is bare, or its name cannot be an address.</exception>
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
