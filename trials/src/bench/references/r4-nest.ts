import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Injectable,
  Module,
  Post,
  Query,
  UnauthorizedException,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Column, Entity, Repository, PrimaryColumn } from 'typeorm';
import { organisationView } from './organisation-view.js';
import { ready, settings, verifier } from './settings.js';

/** R4: the monolith one would write first, as the frameworks' guides teach it: guard, controller, service, repository. */
@Entity({ name: 'bench_organisation', schema: 'identity' })
class Organisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('timestamptz') created_at!: Date;
  @Column('timestamptz') updated_at!: Date;
  @Column('uuid', { nullable: true }) parent!: string | null;
  @Column('text') kind!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) short_name!: string | null;
  @Column('text', { array: true }) former_names!: string[];
  @Column('text', { nullable: true }) division_code!: string | null;
  @Column('text', { nullable: true }) school_code!: string | null;
  @Column('text', { nullable: true }) credit_code!: string | null;
  @Column('text', { nullable: true }) school_type!: string | null;
  @Column('text') state!: string;
  @Column('date', { nullable: true }) closed_on!: string | null;
}

@Entity({ name: 'bench_resource', schema: 'identity' })
class Resource {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('timestamptz') created_at!: Date;
  @Column('timestamptz') updated_at!: Date;
  @Column('uuid') organisation!: string;
  @Column('text') title!: string;
  @Column('text') type!: string;
  @Column('text') stage!: string;
  @Column('text') subject!: string;
  @Column('text', { array: true }) keywords!: string[];
  @Column('jsonb') usage!: object;
  @Column('text') status!: string;
}

const verify = verifier();

@Injectable()
class TokenGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
    await verify(headers.authorization).catch(() => {
      throw new UnauthorizedException();
    });
    return true;
  }
}

@Injectable()
class Catalogue {
  constructor(
    @InjectRepository(Organisation) private readonly organisations: Repository<Organisation>,
    @InjectRepository(Resource) private readonly resources: Repository<Resource>,
  ) {}

  async list(kind: string, limit: number) {
    const rows = await this.organisations.find({ where: { kind }, order: { id: 'DESC' }, take: limit });
    return rows.map((row) => organisationView({ ...row }));
  }

  register({ title, type, stage, subject }: Resource) {
    const now = new Date();
    return this.resources.save(
      this.resources.create({
        id: randomUUID(),
        version: 1,
        created_at: now,
        updated_at: now,
        organisation: randomUUID(),
        title,
        type,
        stage,
        subject,
        keywords: [],
        usage: {},
        status: 'draft',
      }),
    );
  }
}

@UseGuards(TokenGuard)
@Controller('api/v1')
class CatalogueController {
  constructor(@Inject(Catalogue) private readonly catalogue: Catalogue) {}

  @Get('organisations')
  async list(@Query('kind') kind: string, @Query('limit') limit: string) {
    return { items: await this.catalogue.list(kind, Number(limit)) };
  }

  @Post('resources')
  @HttpCode(201)
  register(@Body() body: Resource) {
    return this.catalogue.register(body);
  }
}

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: settings.databaseUrl, entities: [Organisation, Resource], extra: { max: 10 } }),
    TypeOrmModule.forFeature([Organisation, Resource]),
  ],
  controllers: [CatalogueController],
  providers: [Catalogue],
})
class CatalogueModule {}

const app = await NestFactory.create(CatalogueModule, new FastifyAdapter(), { logger: false });
await app.listen(settings.port, '127.0.0.1');
ready();
