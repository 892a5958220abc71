using System.Text;
using System.Text.Json;
using CodeRelay.Cli.CommandLine;
using CodeRelay.Files;

namespace CodeRelay.Cli.Tests;

/// <summary>The server as clients know it: a process of its own and lines of JSON.</summary>
public sealed class McpTests : IDisposable
{
    private const string Body = "# Handoff — Login retry\n\n## Immediate next action\nRun `make check` and read its first line.\n";

    private readonly TemporaryRepository _repo = ReadyPacket.In(ReadyPacket.Text);
    private readonly TemporaryDirectory _home = new();

    private string InboxRoot => Path.Combine(_home.Path, "inbox");

    private string Name => Path.GetFileName(_repo.Path);

    private Dictionary<string, string?> Variables => new() { ["AGENT_HANDOFF_ROOT"] = InboxRoot, ["HOME"] = _home.Path, ["USERPROFILE"] = _home.Path, ["CLAUDE_PROJECT_DIR"] = null, ["CLAUDECODE"] = null };

    [Fact]
    public void It_says_who_it_is_and_lists_its_tools_with_what_they_do_to_files()
    {
        using var client = Client();

        Assert.Equal("coderelay", client.Session.GetProperty("serverInfo").GetProperty("name").GetString());
        Assert.Equal(Product.Version, client.Session.GetProperty("serverInfo").GetProperty("version").GetString());
        var tools = client.Request("tools/list").GetProperty("result").GetProperty("tools").EnumerateArray().ToArray();
        Assert.Equal(["status", "check", "explain", "inbox_list", "inbox_show", "inbox_take", "handoff", "takeover"], tools.Select(tool => tool.GetProperty("name").GetString()));
        Assert.Equal(["status", "check", "explain", "inbox_list", "inbox_show"], tools.Where(tool => tool.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean()).Select(tool => tool.GetProperty("name").GetString()));
        Assert.All(tools, tool =>
        {
            Assert.False(tool.GetProperty("annotations").GetProperty("destructiveHint").GetBoolean());
            Assert.False(tool.GetProperty("annotations").GetProperty("openWorldHint").GetBoolean());
            Assert.False(tool.GetProperty("inputSchema").GetProperty("additionalProperties").GetBoolean());
            Assert.True(tool.GetProperty("inputSchema").GetProperty("properties").TryGetProperty("directory", out _));
        });
        Assert.Contains("codex", tools[^1].GetProperty("inputSchema").GetProperty("properties").GetProperty("to").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal((ExitCode.Success, ""), client.End());
    }

    [Theory]
    [InlineData("status", "status --format json", "schemas/status-1.schema.json")]
    [InlineData("check", "check --format json", "schemas/check-1.schema.json")]
    [InlineData("inbox_list", "inbox list --format json", "schemas/inbox-1.schema.json")]
    public void A_tool_answers_what_the_command_answers(string tool, string command, string schema)
    {
        _repo.Write("HANDOFF.md", ReadyPacket.Text + "- `src/Gone.cs`\n");
        using var client = Client();

        var reply = client.Call(tool);

        Assert.False(reply.IsError);
        Assert.DoesNotContain('\n', reply.Text);
        using var expected = JsonDocument.Parse(Run(command).Output);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, Schemas.Verify(schema, reply.Text)), reply.Text);
    }

    [Fact]
    public void Check_takes_a_path_and_says_beside_its_answer_what_the_command_says_on_standard_error()
    {
        _repo.Write("notes/plan.md", "# Plan\n\nSee `src/Gone.cs`.\n");
        _repo.Git("rm", "--quiet", "HANDOFF.md");
        using var client = Client();

        var named = client.Call("check", ("path", "notes"));
        var nothing = client.Call("check");

        Assert.Contains("\"file\":\"notes/plan.md\"", named.Text, StringComparison.Ordinal);
        Assert.Contains("RLY5001", named.Text, StringComparison.Ordinal);
        Assert.Equal("there is no handoff packet here; `coderelay init` creates one", nothing.Talk);
        Assert.False(nothing.IsError);
    }

    [Fact]
    public void Explain_gives_the_page_and_names_the_rule_that_was_probably_meant()
    {
        using var client = Client();

        Assert.Equal("RLY3001", Schemas.Verify("schemas/explain-1.schema.json", client.Call("explain", ("rule", "repeats-git-log")).Text).GetProperty("id").GetString());
        var unknown = client.Call("explain", ("rule", "RLY3000"));

        Assert.True(unknown.IsError);
        Assert.StartsWith("unknown rule 'RLY3000'", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handoff_is_written_listed_shown_and_taken_once()
    {
        using var client = Client();

        var written = Schemas.Verify("schemas/handoff-1.schema.json", client.Call("handoff", ("body", Body), ("topic", "login")).Text);
        var path = written.GetProperty("path").GetString()!;
        Assert.Matches(@"-login\.md$", path);
        Assert.Contains("session_tool: test-client\n", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Contains("\"state\":\"unread\"", client.Call("inbox_list").Text, StringComparison.Ordinal);
        Assert.StartsWith("--- Login retry\n", client.Call("inbox_show", ("id", written.GetProperty("sentinel").GetString()!)).Text, StringComparison.Ordinal);
        Assert.True(File.Exists(path));

        var taken = client.Call("inbox_take");

        Assert.StartsWith($"=== coderelay: 1 UNTRUSTED handoff(s) for {Name} ===\n", taken.Text, StringComparison.Ordinal);
        Assert.Contains("make check", taken.Text, StringComparison.Ordinal);
        var second = client.Call("inbox_take");
        Assert.Equal(($"nothing waits for {Name}", false), (second.Text, second.IsError));
        Assert.False(File.Exists(path));
        Assert.True(File.Exists(path.Replace("/unread/", "/read/", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_handoff_whose_answer_nobody_reads_waits_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a pipe of Windows takes what nobody reads");
        using var client = Client();
        var path = JsonDocument.Parse(client.Call("handoff", ("body", Body)).Text).RootElement.GetProperty("path").GetString()!;

        client.StopReading();
        client.Send("""{"jsonrpc":"2.0","id":99,"method":"tools/call","params":{"name":"inbox_take"}}""");
        client.End();

        Assert.True(File.Exists(path));
        Assert.Equal([path], Directory.GetFiles(InboxRoot, "*.md", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_handoff_is_refused_with_the_reasons_that_the_command_gives()
    {
        using var client = Client();

        var vague = client.Call("handoff", ("body", "# Handoff\n\nGo on.\n"));
        var secret = client.Call("handoff", ("body", Body + "\nThe key is AKIAIOSFODNN7EXAMPLQ.\n"));
        var nobody = client.Call("handoff", ("body", Body), ("to", "../elsewhere"));

        Assert.All([vague, secret, nobody], reply => Assert.True(reply.IsError));
        Assert.Contains("error: the section `## Immediate next action` is missing or empty", vague.Talk, StringComparison.Ordinal);
        Assert.Contains("RLY6001", secret.Talk, StringComparison.Ordinal);
        Assert.StartsWith("'../elsewhere' cannot be a recipient", nobody.Text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(InboxRoot) && Directory.EnumerateFiles(InboxRoot, "*.md", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public void A_takeover_gives_the_prompt_or_what_the_packet_lacks()
    {
        using var client = Client();

        var accepted = client.Call("takeover", ("to", "codex"));
        var refused = client.Call("takeover", ("to", "gemini"), ("lane", "audit"));

        Assert.False(accepted.IsError);
        Assert.StartsWith("You continue the work of another agent.", Schemas.Verify("schemas/takeover-1.schema.json", accepted.Text).GetProperty("prompt").GetString(), StringComparison.Ordinal);
        Assert.True(refused.IsError);
        Assert.Equal("rejected", Schemas.Verify("schemas/takeover-1.schema.json", refused.Text).GetProperty("state").GetString());
        Assert.Equal("refused: correct the packet and try again", refused.Talk);
    }

    [Fact]
    public void The_repository_is_that_of_the_argument_else_the_roots_else_the_variable_else_the_process()
    {
        using var other = new TemporaryRepository("other");
        using var third = new TemporaryRepository("third");
        using var nowhere = new TemporaryDirectory("nowhere");
        using var plain = Client();
        using var rooted = new McpClient(nowhere.Path, Variables, """{"roots":{}}""") { Roots = [other.Path] };
        using var told = new McpClient(nowhere.Path, new Dictionary<string, string?>(Variables) { ["CLAUDE_PROJECT_DIR"] = third.Path });
        using var lost = new McpClient(nowhere.Path, Variables);

        Assert.Equal([_repo.Path, other.Path, third.Path, nowhere.Path], new[] { plain, rooted, told, lost }.Select(client => RealPath.Of(Root(client.Call("check")))));
        Assert.Equal([third.Path, third.Path], new[] { plain, rooted }.Select(client => RealPath.Of(Root(client.Call("check", ("directory", third.Path))))));
        Assert.Contains("\"recipient\":\"other\"", rooted.Call("inbox_list").Text, StringComparison.Ordinal);
        Assert.Contains("\"recipient\":\"other\"", told.Call("inbox_list", ("directory", other.Path)).Text, StringComparison.Ordinal);
        Assert.True(lost.Call("inbox_list").IsError);
        var gone = plain.Call("check", ("directory", "no/such"));
        Assert.True(gone.IsError);
        Assert.StartsWith("'no/such' is not a directory", gone.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tools/call", """{"name":"nope"}""", -32602, "unknown tool 'nope'; valid are status, check,")]
    [InlineData("tools/call", """{"name":5}""", -32602, "$.name")]
    [InlineData("tools/call", """{"name":"check","arguments":[]}""", -32602, "$.arguments")]
    [InlineData("tools/call", null, -32602, "needs the params 'name' and 'arguments'")]
    [InlineData("tools/call", """{"name":"check","arguments":{"path":5}}""", -32602, "the argument 'path' is a number; valid is a text")]
    [InlineData("tools/call", """{"name":"check","arguments":{"paths":"a"}}""", -32602, "'check' has no argument 'paths'; valid are path, directory")]
    [InlineData("tools/call", """{"name":"explain","arguments":{"rule":null}}""", -32602, "'explain' needs the argument 'rule'")]
    [InlineData("tools/call", """{"name":"explain","arguments":{"rule":"\ud800"}}""", -32602, "not Unicode")]
    [InlineData("tools/call", """{"name":"takeover","arguments":{"to":"nobody"}}""", -32602, "'nobody' is not valid for 'to'; valid are claude-code,")]
    [InlineData("no/such", null, -32601, "no/such")]
    public void A_request_that_nobody_can_carry_out_is_an_error_of_the_protocol(string method, string? parameters, int code, string message)
    {
        using var client = Client();

        var error = client.Request(method, parameters).GetProperty("error");

        Assert.Equal(code, error.GetProperty("code").GetInt32());
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(client.Call("status").IsError);
    }

    [Theory]
    [InlineData("this is no json", null, -32700)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":7,", null, -32700)]
    [InlineData("[{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}]", null, -32600)]
    [InlineData("null", null, -32600)]
    [InlineData("{\"id\":7,\"method\":\"ping\"}", "7", -32600)]
    [InlineData("{\"jsonrpc\":\"1.0\",\"id\":\"x\",\"method\":\"ping\"}", "\"x\"", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", null, -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", "1.5", -32600)]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":5}", "7", -32600)]
    public void A_line_that_is_no_message_is_answered_and_the_next_one_is_read(string line, string? id, int code)
    {
        using var client = Client();

        client.Send(line);
        var answer = client.Read();

        Assert.Equal(id ?? "null", answer.GetProperty("id").GetRawText());
        Assert.Equal(code, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.False(client.Call("status").IsError);
        Assert.Equal((ExitCode.Success, ""), client.End());
    }

    [Fact]
    public void Bytes_that_are_no_text_lines_without_end_and_deep_nesting_are_survived()
    {
        using var client = Client();

        client.Send([.. "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"p"u8, 0xFF, .. "\"}"u8]);
        Assert.True(client.Read().TryGetProperty("error", out _));
        client.Send(new string('x', 17 * 1024 * 1024));
        Assert.Contains("longer than 16 MiB", client.Read().GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        client.Send($"{{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"ping\",\"params\":{string.Concat(Enumerable.Repeat("{\"a\":", 5000))}1{new string('}', 5001)}");
        Assert.Equal(8, client.Read().GetProperty("id").GetInt32());
        client.Send("");
        client.Send("  \r");

        Assert.False(client.Call("status").IsError);
        Assert.Empty(client.Strays);
    }

    [Fact]
    public void Everything_that_was_asked_is_answered_after_the_input_has_ended()
    {
        const string Initialize = """{"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{"roots":{}},"clientInfo":{"name":"t","version":"1"}}}""";
        const string Call = """{"jsonrpc":"2.0","id":"b","method":"tools/call","params":{"name":"check"}}""";

        var result = Coderelay.Run(["mcp"], _repo.Path, $"{Initialize}\n{Call}", Variables);

        Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        var messages = result.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Contains(messages, message => message.GetProperty("id").ValueEquals("a"));
        Assert.Contains(messages, message => message.GetProperty("id").ValueKind == JsonValueKind.String && message.GetProperty("id").ValueEquals("b") && message.TryGetProperty("result", out _));
    }

    [Fact]
    public void No_input_at_all_is_a_session_that_has_ended()
    {
        Assert.Equal((ExitCode.Success, "", ""), (Coderelay.Run(["mcp"], _repo.Path) is var result ? result.ExitCode : 0, result.Output, result.Error));
        Assert.Equal(ExitCode.Usage, Coderelay.Run(["mcp", "--port", "1"], _repo.Path).ExitCode);
    }

    [Fact]
    public void Many_requests_at_once_are_all_answered()
    {
        using var client = Client();
        var lines = new StringBuilder();
        for (var id = 100; id < 120; id++)
            lines.Append($"{{\"jsonrpc\":\"2.0\",\"id\":{id},\"method\":\"tools/call\",\"params\":{{\"name\":\"{(id % 2 == 0 ? "check" : "inbox_list")}\"}}}}\n");

        client.Send(lines.ToString());
        var ids = Enumerable.Range(0, 20).Select(_ => client.Read().GetProperty("id").GetInt32()).Order();

        Assert.Equal(Enumerable.Range(100, 20), ids);
    }

    public void Dispose()
    {
        _repo.Dispose();
        _home.Dispose();
    }

    private static string Root(ToolReply reply)
    {
        using var json = JsonDocument.Parse(reply.Text);
        return json.RootElement.GetProperty("root").GetString()!;
    }

    private McpClient Client() => new(_repo.Path, Variables);

    private ProcessResult Run(string arguments) => Coderelay.Run(arguments.Split(' '), _repo.Path, environment: Variables);
}
