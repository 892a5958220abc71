namespace CodeRelay.Documents;

/// <summary>Classifies words as file names, in any project.</summary>
internal static class FileNames
{
    private static readonly HashSet<string> TextExtensions = Set(
        "md mdx markdown txt rst adoc asciidoc org tex pdf doc docx odt rtf log csv tsv " +
        "png jpg jpeg gif svg webp ico bmp tif tiff avif icns mp3 mp4 wav ogg flac m4a mov avi mkv webm ttf otf woff woff2 psd fig xcf");

    private static readonly HashSet<string> SourceExtensions = Set(
        "cs csx vb fs fsx fsi xaml axaml razor cshtml vbhtml aspx ascx asmx resx ts tsx mts cts js jsx mjs cjs vue svelte astro html htm css scss sass less styl " +
        "py pyi pyx ipynb rb erb rake php phtml pl pm lua go rs java kt kts scala groovy clj cljs cljc edn ex exs erl hrl hs lhs elm ml mli nim zig dart swift m mm c h cc cpp cxx hpp hxx hh ino asm s d f f90 r jl " +
        "sh bash zsh fish ps1 psm1 psd1 bat cmd awk sed vim el lisp scm rkt tcl sql graphql gql proto thrift cu cl glsl hlsl wgsl shader gd tscn tres feature sol move cairo v sv vhd vhdl hbs ejs njk liquid mustache j2 jinja tpl tmpl");

    private static readonly HashSet<string> DataExtensions = Set(
        "json jsonc json5 jsonl ndjson yaml yml toml xml xsd xsl xslt ini cfg conf config properties props targets proj csproj fsproj vbproj vcxproj sqlproj shproj wixproj esproj njsproj pyproj sln slnx slnf nuspec nupkg ruleset editorconfig globalconfig " +
        "lock mod sum gradle sbt cabal gemspec podspec cmake mk make bazel bzl nix tf tfvars hcl dockerfile env pem crt cer key pub p12 pfx snk asc sig plist entitlements pbxproj storyboard xib strings po pot mo resw " +
        "zip tar gz tgz bz2 xz 7z rar whl jar war nar vsix msi exe dll so dylib lib a o obj pdb wasm bin dat db sqlite sqlite3 db3 mdf parquet avro onnx pt pth gguf safetensors npy npz h5 pkl geojson kml gpx bicep rego cue rules service socket timer desktop http rest patch diff snap map");

    private static readonly HashSet<string> ProjectExtensions = Set("csproj fsproj vbproj vcxproj sqlproj shproj wixproj esproj njsproj pyproj sln slnx slnf props targets nuspec ruleset gradle cabal gemspec podspec cmake tf bzl xcodeproj");

    // Too short or too common in prose to mark a file without another sign.
    private static readonly HashSet<string> AmbiguousExtensions = Set("c h m d s r f v a o cl key map rules strings move service socket http rest sum mod env make el pm");

    private static readonly HashSet<string> BareNames = new[]
    {
        "Makefile", "GNUmakefile", "Dockerfile", "Containerfile", "Jenkinsfile", "Procfile", "Gemfile", "Rakefile", "Vagrantfile", "Brewfile", "Justfile", "justfile", "Taskfile",
        "Podfile", "Fastfile", "Appfile", "Pipfile", "Caddyfile", "Tiltfile", "Earthfile", "CODEOWNERS", "LICENSE", "NOTICE", "AUTHORS", "CHANGELOG", "README", "VERSION", "OWNERS", "BUILD", "WORKSPACE", "CMakeLists.txt", "go.mod", "go.sum", "gradlew", "mvnw",
    }.ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> DotFiles = new[]
    {
        ".editorconfig", ".gitignore", ".gitattributes", ".gitmodules", ".gitkeep", ".dockerignore", ".npmrc", ".nvmrc", ".npmignore", ".prettierrc", ".prettierignore", ".eslintrc", ".eslintignore", ".stylelintrc",
        ".babelrc", ".browserslistrc", ".pylintrc", ".flake8", ".coveragerc", ".clang-format", ".clang-tidy", ".rubocop.yml", ".ruby-version", ".python-version", ".node-version", ".tool-versions", ".markdownlint.json", ".globalconfig", ".mailmap", ".hgignore",
    }.ToHashSet(StringComparer.Ordinal);

    /// <summary>The extension of a name in lower case, without the dot; empty when the ending is not a file's.</summary>
    public static string Extension(ReadOnlySpan<char> name)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || dot == name.Length - 1 || name.Length - dot > 16)
            return "";
        var extension = name[(dot + 1)..].ToString();
        // README.MD is a file, System.Text.Json is not.
        return extension.All(char.IsAsciiLetterLower) || extension.Any(char.IsAsciiDigit) || extension.All(char.IsAsciiLetterUpper) ? extension.ToLowerInvariant() : "";
    }

    /// <summary>True for prose, logs, images and other media: a change to such files only changes no behaviour.</summary>
    public static bool IsText(ReadOnlySpan<char> name) => TextExtensions.Contains(Extension(name)) || name is "LICENSE" or "NOTICE" or "AUTHORS" or "CHANGELOG" or "README";

    /// <summary>True for prose in a markup language such as Markdown.</summary>
    public static bool IsDocument(ReadOnlySpan<char> name) => Extension(name) is "md" or "mdx" or "rst" or "adoc";

    /// <summary>The extensions of program text, without the dot.</summary>
    public static IReadOnlyCollection<string> ExtensionsOfSource => SourceExtensions;

    /// <summary>True for program text.</summary>
    public static bool IsSource(ReadOnlySpan<char> name) => SourceExtensions.Contains(Extension(name));

    /// <summary>True for project and build files, which are committed rather than generated.</summary>
    public static bool IsProject(ReadOnlySpan<char> name) => ProjectExtensions.Contains(Extension(name)) || IsBareName(name);

    /// <summary>True for a name with a known file extension.</summary>
    public static bool HasKnownExtension(ReadOnlySpan<char> name) =>
        Extension(name) is { Length: > 0 } extension && (SourceExtensions.Contains(extension) || DataExtensions.Contains(extension) || TextExtensions.Contains(extension));

    /// <summary>True for a known extension that also ends ordinary words or members ("Object.key").</summary>
    public static bool HasAmbiguousExtension(ReadOnlySpan<char> name) => AmbiguousExtensions.Contains(Extension(name));

    /// <summary>True for known file names without an extension ("Makefile").</summary>
    public static bool IsBareName(ReadOnlySpan<char> name) => BareNames.Contains(name.ToString());

    /// <summary>True for well-known dot files.</summary>
    public static bool IsDotFile(ReadOnlySpan<char> name) => DotFiles.Contains(name.ToString());

    // Not frozen: freezing takes longer than all look-ups of a packet.
    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
