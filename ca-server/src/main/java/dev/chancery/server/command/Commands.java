package dev.chancery.server.command;

import picocli.CommandLine;

/** The list of commands, in the order that help shows them. */
public final class Commands {
    private Commands() {}

    /**
     * Adds every command but {@code serve}; settings for the whole line are made afterwards.
     *
     * @param signing by a CA whose key is kept elsewhere
     */
    public static void addTo(CommandLine chancery, Surroundings here, OfflineSigning signing) {
        chancery.addSubcommand(new IssueCommand(here))
                .addSubcommand(new ListCommand(here))
                .addSubcommand(new ShowCommand(here))
                .addSubcommand(new RevokeCommand(here))
                .addSubcommand(new ReleaseCommand(here))
                .addSubcommand(
                        "crl",
                        CommandGroup.of(
                                "Publishes and shows certificate revocation lists.",
                                new CrlPublishCommand(here),
                                new CrlUploadCommand(here),
                                new CrlShowCommand(here)))
                .addSubcommand(
                        "request",
                        CommandGroup.of(
                                "Shows and decides requests that wait for an officer.",
                                new RequestListCommand(here),
                                new RequestShowCommand(here),
                                new RequestApproveCommand(here),
                                new RequestDenyCommand(here)))
                .addSubcommand("user", users(here))
                .addSubcommand(
                        "group",
                        CommandGroup.of(
                                "Shows and changes groups of users, who share names.",
                                new GroupListCommand(here),
                                new GroupShowCommand(here),
                                new GroupAddCommand(here),
                                new GroupGrantsCommand(here),
                                new GroupRemoveCommand(here)))
                .addSubcommand(
                        "ca",
                        CommandGroup.of(
                                "Shows the CAs of a server, changes where their certificates point, makes them, and moves keys.",
                                new CaListCommand(here),
                                new CaShowCommand(here),
                                new CaAddressesCommand(here),
                                new CaRequestCommand(here),
                                new CaImportCommand(here),
                                new CaOfflineCommand(here, signing),
                                new CaSignCommand(here, signing),
                                new CaOnlineCommand(here)))
                .addSubcommand(
                        "profile",
                        CommandGroup.of(
                                "Shows, checks and changes kinds of certificates.",
                                new ProfileListCommand(here),
                                new ProfileShowCommand(here),
                                new ProfileHistoryCommand(here),
                                new ProfileSaveCommand(here),
                                new ProfileRemoveCommand(here),
                                new ProfileReloadCommand(here),
                                new ProfileCheckCommand()))
                .addSubcommand(
                        "role",
                        CommandGroup.of(
                                "Shows kinds of servers, and plans the certificates of a whole topology.",
                                new RoleListCommand(here),
                                new RoleShowCommand(here),
                                new RoleCheckCommand(),
                                new RolePlanCommand(here)))
                .addSubcommand(new LintCommand(here))
                .addSubcommand(new BackupCommand(here))
                .addSubcommand(new RestoreCommand(here))
                .addSubcommand(new VerifyCommand(here))
                .addSubcommand(new RebuildCommand(here));
        // Formats and states are written in lower case, as everywhere else.
        chancery.setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static CommandLine users(Surroundings here) {
        return CommandGroup.of(
                        "Shows and changes accounts, their roles, names and tokens.",
                        new UserListCommand(here),
                        new UserShowCommand(here),
                        new UserAddCommand(here),
                        new UserRolesCommand(here),
                        new UserGrantsCommand(here),
                        new UserGroupsCommand(here),
                        new UserPasswordCommand(here),
                        new UserSwitchCommand.Disable(here),
                        new UserSwitchCommand.Enable(here))
                .addSubcommand(
                        "token",
                        CommandGroup.of(
                                "Shows, makes and removes API tokens.",
                                new TokenListCommand(here),
                                new TokenAddCommand(here),
                                new TokenRemoveCommand(here)));
    }
}
