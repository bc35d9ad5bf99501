CREATE TABLE `idempotency_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`token_id` text,
	`request_hash` text,
	FOREIGN KEY (`token_id`) REFERENCES `tokens`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `idempotency_keys` (`key`, `token_id`, `request_hash`) SELECT `idempotency_key`, `id`, `request_hash` FROM `tokens`;--> statement-breakpoint
DROP INDEX `tokens_idempotency_key_unique`;--> statement-breakpoint
ALTER TABLE `tokens` DROP COLUMN `idempotency_key`;--> statement-breakpoint
ALTER TABLE `tokens` DROP COLUMN `request_hash`;